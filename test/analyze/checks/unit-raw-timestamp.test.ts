import check from '../../../lib/analyze/checks/unit-raw-timestamp.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'an age', of: promql`time() - last_done_timestamp > 3600` },
  { name: 'whether it ever happened', of: promql`last_done_timestamp > 0` },
  { name: 'after a date', of: promql`last_done_timestamp > 1.7e9` },
  { name: 'a moment and now', of: promql`last_done_timestamp < time() - 3600` },
  { name: 'seconds', of: promql`latency_seconds > 3600` },
  {
    name: 'a moment and a length of time',
    of: promql`count(last_done_timestamp > 3600)`,
    marks: ['last_done_timestamp > 3600'],
    message: '`> 3600` compares a moment, in seconds since 1970, with a length of time',
    hint: '`time() - … > 3600`',
  },
  {
    name: 'what was summed up',
    of: promql`600 < max(last_done_timestamp)`,
    marks: ['600 < max(last_done_timestamp)'],
  },
]);

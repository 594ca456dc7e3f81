import check from '../../../lib/analyze/checks/promql-matcher-noop.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a matcher that leaves something out', of: promql`requests_total{code!="200"}` },
  { name: 'a label of open values', of: promql`requests_total{route!="/nowhere"}` },
  { name: 'the job that a handle adds', of: m.queue_depth },
  { name: 'a variable', of: promql`requests_total{code=~"$code"}` },
  {
    name: 'a value that there is not',
    of: promql`sum(requests_total{code!="501"})`,
    marks: ['code!="501"'],
    message: '`code!="501"` passes every value of `code`',
    hint: '`500`',
  },
  {
    name: 'all values',
    of: promql`requests_total{code=~"[245].."}`,
    marks: ['code=~"[245].."'],
  },
]);

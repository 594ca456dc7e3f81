import check from '../../../lib/analyze/checks/promql-regex-plain.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a text', of: promql`queue_depth{queue="mail"}` },
  { name: 'alternatives', of: promql`queue_depth{queue=~"mail|pdf"}` },
  { name: 'a variable', of: promql`queue_depth{queue=~"$queue"}` },
  { name: 'anchors, which another check says', of: promql`queue_depth{queue=~"^mail$"}` },
  {
    name: 'one text',
    of: promql`sum(queue_depth{queue=~"mail"})`,
    marks: ['queue=~"mail"'],
    message: '`queue=~"mail"` is no pattern',
    hint: '`queue="mail"`',
  },
  {
    name: 'no text',
    of: promql`queue_depth{queue!~""}`,
    marks: ['queue!~""'],
    hint: '`queue!=""`',
  },
  {
    name: 'a group of nothing',
    of: promql`queue_depth{queue=~"(?:)mail"}`,
    marks: ['queue=~"(?:)mail"'],
    hint: '`queue="mail"`',
  },
  { name: 'a group that may be missing', of: promql`queue_depth{queue=~"mail(?:s)?"}` },
  {
    name: 'a text in a group, with an escape',
    of: promql`queue_depth{queue=~"(mail\\.fast)"}`,
    marks: ['queue=~"(mail\\\\.fast)"'],
    hint: '`queue="mail.fast"`',
  },
  { name: 'a flag', of: promql`queue_depth{queue=~"(?i)mail"}` },
  { name: 'a class', of: promql`queue_depth{queue=~"mail\\d"}` },
]);

import check from '../../../lib/analyze/checks/promql-regex-dead-alternative.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'known values', of: promql`requests_total{code=~"200|404"}` },
  { name: 'patterns', of: promql`requests_total{code=~"4..|5.."}` },
  { name: 'a label of open values', of: promql`requests_total{route=~"/a|/b"}` },
  { name: 'none of them, which another check says', of: promql`requests_total{code=~"501|503"}` },
  { name: 'one that stands for no label', of: promql`requests_total{code=~"500|"}` },
  {
    name: 'a value that there is not',
    of: promql`sum(requests_total{code=~"404|501"})`,
    marks: ['code=~"404|501"'],
    message: '`501` matches no value of `code`',
    hint: '`500`',
  },
  {
    name: 'a pattern that matches none',
    of: promql`requests_total{code!~"(3..|4..)"}`,
    marks: ['code!~"(3..|4..)"'],
    message: '`3..` matches no value of `code`',
  },
]);

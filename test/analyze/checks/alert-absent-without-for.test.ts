import check from '../../../lib/analyze/checks/alert-absent-without-for.ts';
import { Duration, promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'two scrapes', of: alertOf(promql`absent(up)`, { for: Duration.of('30s') }) },
  { name: 'a window of its own', of: alertOf(promql`absent_over_time(up[5m])`) },
  { name: 'a window inside', of: alertOf(promql`absent(max_over_time(up[5m]))`) },
  { name: 'no `absent`', of: alertOf(promql`up == 0`) },
  {
    name: 'no `for`',
    of: alertOf(promql`absent(up) or up == 0`),
    marks: ['absent(up)'],
    message: 'one failed scrape is enough for `absent`, and `Backlog` does not wait',
    hint: "for: '5m', at least two scrapes (`30s`)",
  },
  {
    name: 'one scrape',
    of: alertOf(promql`absent(up)`, { for: Duration.of('15s') }),
    marks: ['absent(up)'],
    message: 'one failed scrape is enough for `absent`, and `Backlog` waits for `15s` only',
  },
]);

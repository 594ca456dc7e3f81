import check from '../../../lib/analyze/checks/alert-slow-window.ts';
import { Duration } from '../../../lib/catalog/index.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const hour = { for: Duration.minutes(60) };

describeCheck(check, [
  { name: 'a short window', of: alertOf(promql`rate(requests_total[5m]) > 9`, hour) },
  { name: 'no window', of: alertOf(promql`queue_depth > 9`, hour) },
  {
    name: 'a short for',
    of: alertOf(promql`increase(requests_total[1h]) > 9`, { for: Duration.minutes(5) }),
  },
  {
    name: 'a short window beside a long one',
    of: alertOf(promql`rate(requests_total[1h]) > 9 and rate(requests_total[5m]) > 9`, hour),
  },
  {
    name: 'as long as the window',
    of: alertOf(promql`sum(increase(requests_total[30m])) > 9`, hour),
    marks: ['sum(increase(requests_total[30m])) > 9'],
    message: '`Backlog` waits for `1h` on top of a window of `30m`',
    hint: 'a shorter `for`, or a shorter window',
  },
]);

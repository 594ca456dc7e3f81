import check from '../../../lib/analyze/checks/promql-contradictory-matchers.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'matchers of two labels', of: promql`requests_total{code="200",route="/"}` },
  { name: 'matchers that narrow', of: promql`requests_total{code=~"4..|5..",code!="404"}` },
  { name: 'a variable', of: promql`requests_total{route="/a",route=~"$route"}` },
  {
    name: 'two values',
    of: promql`sum(requests_total{route="/a",route="/b"})`,
    marks: ['route="/b"'],
    message: '`route="/b"` passes nothing that the matchers of `route` before it pass',
    hint: 'one matcher: `=~"a|b"`',
  },
  {
    name: 'a value and a regular expression that excludes it',
    of: promql`requests_total{route="/api/x",route!~"/api/.*"}`,
    marks: ['route!~"/api/.*"'],
  },
]);

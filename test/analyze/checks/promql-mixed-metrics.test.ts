import check from '../../../lib/analyze/checks/promql-mixed-metrics.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'of one kind and unit', of: promql`{__name__=~"requests_total|retries_total"}` },
  { name: 'metrics that are not declared', of: promql`{__name__=~"a_total|b_seconds"}` },
  { name: 'a pattern of names', of: promql`{__name__=~"queue_.*"}` },
  {
    name: 'a counter and a gauge',
    of: promql`sum by (__name__) ({job="api", __name__=~"requests_total|queue_depth"})`,
    marks: ['__name__=~"requests_total|queue_depth"'],
    message:
      '`requests_total` and `queue_depth` have nothing in common: counter in `requests`, gauge in `jobs`',
    hint: 'a query for each of them',
  },
]);

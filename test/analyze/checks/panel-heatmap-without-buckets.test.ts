import check from '../../../lib/analyze/checks/panel-heatmap-without-buckets.ts';
import { heatmap, promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const byRoute = promql`sum by (route) (rate(payload_bytes_bucket[5m]))`;

describeCheck(check, [
  {
    name: 'buckets',
    of: heatmap('A', '').query(promql`sum by (le) (rate(payload_bytes_bucket[5m]))`),
  },
  {
    name: 'buckets that Grafana makes',
    of: heatmap('A', '').query(byRoute).options({ calculate: true }),
  },
  { name: 'a metric that nobody declared', of: heatmap('A', '').query(promql`sum(nothing)`) },
  { name: 'a graph', of: byRoute },
  {
    name: 'no buckets',
    of: heatmap('A', '').query(byRoute),
    marks: ['sum by (route) (rate(payload_bytes_bucket[5m]))'],
    message: 'the series of `A` have no `le`: `sum by (route)` keeps only `route`',
    hint: '`by (le)`, or `.options({ calculate: true })` to make buckets of the values',
  },
]);

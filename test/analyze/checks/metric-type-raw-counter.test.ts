import check from '../../../lib/analyze/checks/metric-type-raw-counter.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'an increase', of: alertOf(promql`increase(requests_total[1h]) > 10`) },
  { name: 'whether it ever happened', of: alertOf(promql`requests_total > 0`) },
  { name: 'a number of series', of: alertOf(promql`count(requests_total) > 10`) },
  { name: 'a difference', of: alertOf(promql`requests_total - requests_total offset 1h > 10`) },
  { name: 'a graph', of: promql`requests_total > 10` },
  { name: 'a metric that is not declared', of: alertOf(promql`x_total > 10`) },
  { name: 'a gauge without a condition', of: alertOf(promql`max(queue_depth)`) },
  { name: 'the absence of a counter', of: alertOf(promql`absent(requests_total)`) },
  {
    name: 'a counter without a condition',
    of: alertOf(promql`sum(requests_total)`),
    marks: ['sum(requests_total)'],
    message: 'it fires for a counter, which is there from the start of its process on',
  },
  {
    name: 'a counter',
    of: alertOf(promql`sum by (code) (requests_total{code="500"}) > 10 and on () up`),
    marks: ['sum by (code) (requests_total{code="500"}) > 10'],
    message: '`> 10` compares what a counter has counted since its process started',
    hint: '`increase(…[1h])` or `rate(…[5m])`',
  },
  {
    name: 'a share of increases',
    of: alertOf(
      promql`sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 0.1`,
    ),
  },
  {
    name: 'a number of counters over another',
    of: alertOf(promql`count(requests_total{code="500"}) / count(requests_total) > 0.1`),
  },
  {
    name: 'a counter over a gauge',
    of: alertOf(promql`sum(requests_total) / sum(worker_slots) > 0.1`),
  },
  {
    name: 'a share of counters',
    of: alertOf(
      promql`sum(requests_total{code="500"}) / (sum(requests_total) + sum(retries_total)) > 0.1`,
    ),
    marks: ['sum(requests_total{code="500"}) / (sum(requests_total) + sum(retries_total)) > 0.1'],
    message:
      '`> 0.1` compares a share of everything that was counted since the process started, which hardly moves any more',
  },
]);

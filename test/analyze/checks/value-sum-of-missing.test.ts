import check from '../../../lib/analyze/checks/value-sum-of-missing.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'metrics that are always there', of: promql`sum(queue_depth) + sum(worker_slots)` },
  {
    name: 'a fallback',
    of: promql`sum(queue_depth) + (sum(rate(retries_total[5m])) or vector(0))`,
  },
  { name: 'what is missing together', of: promql`sum(retries_total) + sum(retries_total)` },
  { name: 'a number', of: promql`sum(rate(retries_total[5m])) + 1` },
  {
    name: 'a share of nothing',
    of: promql`sum(rate(retries_total[5m])) / sum(rate(requests_total[5m]))`,
  },
  {
    name: 'a metric that may be missing',
    of: promql`max(sum(rate(requests_total[5m])) + sum(rate(retries_total[5m])))`,
    marks: ['sum(rate(requests_total[5m])) + sum(rate(retries_total[5m]))'],
    message: '`+` returns nothing while `retries_total` has no series',
    hint: '`(… or vector(0))`, or `(… or 0 * …)` of series that have the same labels',
  },
  {
    name: 'a share of two outcomes that may both be missing',
    of: promql`sum(rate(retries_total{code="200"}[5m])) / (sum(rate(retries_total{code="200"}[5m])) + sum(rate(retries_total{code="500"}[5m])) > 0)`,
    marks: ['sum(rate(retries_total{code="200"}[5m])) + sum(rate(retries_total{code="500"}[5m]))'],
  },
  {
    name: 'a ratio to a sum of others that may both be missing',
    of: promql`sum(rate(requests_total[5m])) / (sum(rate(retries_total{code="200"}[5m])) + sum(rate(retries_total{code="500"}[5m])))`,
  },
]);

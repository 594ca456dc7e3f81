import { alertFile, type Mistake } from './mistake.ts';

export const BEACON: readonly Mistake[] = [
  {
    name: 'executions above 300 s, with buckets up to 10 s',
    wrong: alertFile(
      'histogram_quantile(0.95, sum by (le, region) (rate(runner_execution_duration_seconds_bucket[10m]))) > 300',
    ),
    code: 'value/beyond-buckets',
    right: alertFile(
      'sum by (region) (rate(runner_execution_duration_seconds_sum[10m])) / (sum by (region) (rate(runner_execution_duration_seconds_count[10m])) > 0) > 300',
    ),
  },
  {
    name: 'a wait above 60 s, with buckets up to 10 s',
    wrong: alertFile(
      'histogram_quantile(0.95, sum by (le, region) (rate(runner_queue_latency_seconds_bucket[10m]))) > 60',
    ),
    code: 'value/beyond-buckets',
    right: alertFile(
      'histogram_quantile(0.95, sum by (le, region) (rate(runner_queue_latency_seconds_bucket[10m]))) > 6',
    ),
  },
  {
    name: 'no offers, which is no 0 before the first one',
    wrong: alertFile('rate(negotiation_offers_seen_total[10m]) == 0', {
      name: 'NoOffersAvailable',
    }),
    code: 'value/zero-of-missing',
    right: alertFile('(sum(increase(negotiation_offers_seen_total[10m])) or vector(0)) == 0', {
      name: 'NoOffersAvailable',
    }),
  },
  {
    name: 'a share of successes that is nothing where all fail',
    wrong: alertFile(
      'sum by (region) (rate(negotiation_probes_passed_total[10m])) / (sum by (region) (rate(negotiation_probes_passed_total[10m])) + sum by (region) (rate(negotiation_probes_failed_total[10m]))) < 0.7',
    ),
    code: 'value/sum-of-missing',
    right: alertFile(
      '(sum by (region) (rate(negotiation_probes_passed_total[10m])) or sum by (region) (rate(negotiation_probes_failed_total[10m])) * 0) / ((sum by (region) (rate(negotiation_probes_passed_total[10m])) or sum by (region) (rate(negotiation_probes_failed_total[10m])) * 0) + (sum by (region) (rate(negotiation_probes_failed_total[10m])) or sum by (region) (rate(negotiation_probes_passed_total[10m])) * 0) > 0) < 0.7',
    ),
  },
  {
    name: 'a latency for every path and method',
    wrong: alertFile(
      'histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 2',
    ),
    code: 'metric-type/quantile-per-target',
    right: alertFile(
      'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 2',
    ),
  },
  {
    name: 'executions under a name that no code exports',
    wrong: alertFile('rate(golem_executions_total{status="failed"}[5m]) > 1'),
    code: 'promql/unknown-metric',
    right: alertFile('sum(rate(jobs_failed_total[5m])) > 1'),
  },
  {
    name: 'a balance under a name that no code exports',
    wrong: alertFile('golem_wallet_balance_glm < 10'),
    code: 'promql/unknown-metric',
    right: alertFile('max(outbox_unpublished_count) > 10'),
  },
  {
    name: 'a share of failures of what was enqueued, which may be nothing',
    wrong: alertFile(
      'sum(rate(jobs_failed_total[5m])) / sum(rate(jobs_enqueued_total[5m])) > 0.1',
      {
        name: 'HighJobFailureRate',
      },
    ),
    code: 'value/divides-by-zero',
    right: alertFile(
      'sum(rate(jobs_failed_total[5m])) / (sum(rate(jobs_failed_total[5m])) + sum(rate(jobs_processed_total[5m])) > 0) > 0.1',
      { name: 'HighJobFailureRate' },
    ),
  },
];

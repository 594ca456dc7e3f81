import { any, type MetricSpecs } from '../../lib/index.ts';

/** What Prometheus says about itself, where it scrapes itself. It is a Go program: `GO` and `PROCESS` hold as well. */
export const PROMETHEUS = {
  prometheus_config_last_reload_successful: {
    kind: 'gauge',
    unit: 'state',
    range: [0, 1],
    help: 'Whether the last configuration was accepted: 1 yes, 0 no, and the one before is still in use.',
  },
  prometheus_rule_evaluation_failures_total: {
    kind: 'counter',
    unit: 'evaluations',
    healthy: 0,
    help: 'Evaluations of rules that failed: alerts that may be silent.',
    labels: { rule_group: any },
  },
  prometheus_tsdb_head_series: {
    kind: 'gauge',
    unit: 'series',
    healthy: [14_000, 15_000],
    help: 'Series in memory.',
  },
  prometheus_notifications_dropped_total: {
    kind: 'counter',
    unit: 'notifications',
    healthy: 0,
    help: 'Alerts that could not be handed to any Alertmanager.',
  },
  prometheus_remote_storage_samples_failed_total: {
    kind: 'counter',
    unit: 'samples',
    healthy: 0,
    help: 'Samples given up for a remote end, after all retries that could help.',
    labels: { remote_name: any, url: any },
    // Only with a remote_write.
    optional: true,
  },
} as const satisfies MetricSpecs;

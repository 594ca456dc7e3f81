import { redisIsDown } from '../../alerts/fluxbase/dependencies.ts';
import {
  grafanaDown,
  prometheusConfigReloadFailed,
  prometheusTargetMissing,
} from '../../alerts/fluxbase/monitoring.ts';
import { dashboard, row, stat, timeseries, valueMapping } from '../../lib/index.ts';
import { m } from '../../systems/fluxbase/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { upOrDown } from '../shared/up-or-down.ts';
import { frame } from './parts/frame.ts';

const health = row(
  'Health',
  [
    upOrDown(
      'Targets up',
      'Whether Prometheus can scrape each part. DOWN explains every empty panel about it, on all dashboards.',
    )
      .alert(prometheusTargetMissing, '{{job}}')
      .query(m.up.where({ job: 'grafana' }).legend('{{job}}'))
      .linkedFrom(grafanaDown)
      .width(14),
    upOrDown('PostgreSQL', 'Whether its exporter reaches the server.')
      .query(m.pg_up.min().legend('PostgreSQL'))
      .width(3),
    upOrDown('Redis', 'Whether its exporter reaches Redis. DOWN: sessions and cache are affected.')
      .alert(redisIsDown, 'Redis')
      .width(3),
    stat(
      'Configuration',
      'Whether Prometheus accepted its files the last time it read them. REJECTED: its log names the file and the line.',
    )
      .alert(prometheusConfigReloadFailed, 'Configuration')
      .unit('none')
      .mappings(
        valueMapping({
          0: { text: 'REJECTED', color: 'red' },
          1: { text: 'ACCEPTED', color: 'green' },
        }),
      )
      .options({ colorMode: 'background', graphMode: 'none' })
      .width(4),
  ],
  { height: 5 },
);

const failures = row('Failures', [
  timeseries(
    'Rule evaluation failures',
    'Rules that could not be evaluated, in each step of the graph: alerts that stay silent. Status > Rules in Prometheus has the error.',
  )
    .query(
      m.prometheus_rule_evaluation_failures_total
        .increase()
        .sumBy('rule_group')
        .legend('{{rule_group}}'),
    )
    .unit('short')
    .min(0)
    .thresholds({ critical: 1 })
    .options({ draw: 'bars', fill: 60, legend: LEGEND_TABLE }),
  timeseries(
    'Dropped notifications',
    'Alerts that no Alertmanager took, in each step of the graph: nobody was told. Is its container running.',
  )
    .query(m.prometheus_notifications_dropped_total.increase().sum().legend('Dropped'))
    .unit('short')
    .min(0)
    .thresholds({ critical: 1 })
    .options({ draw: 'bars', fill: 60 }),
  timeseries(
    'Remote write failures',
    'Samples given up per second, where samples are sent to another Prometheus. Its password, or its limits.',
  )
    .query(m.prometheus_remote_storage_samples_failed_total.rate().sum().orZero().legend('Failed'))
    .unit('cps')
    .min(0)
    .thresholds({ critical: 0.001 }),
  timeseries(
    'Grafana latency p95',
    'One request in twenty to Grafana takes longer. Above seconds: dashboards ask for too much, or Prometheus is slow.',
  )
    .query(m.grafana_http_request_duration_seconds.quantile(0.95).legend('p95'))
    .unit('s')
    .min(0),
]);

const size = row('Scrapes and series', [
  timeseries(
    'Series in memory',
    'Series that Prometheus holds. A climb without new services: a label without a limit. The graph beside says whose.',
  )
    .query(m.prometheus_tsdb_head_series.max().legend('Series'))
    .unit('short')
    .min(0),
  timeseries(
    'Samples by job',
    'Samples of each scrape after relabelling. The job that grows has the label: look at its metrics with the most series.',
  )
    .query(m.scrape_samples_post_metric_relabeling.sumBy('job').legend('{{job}}'))
    .unit('short')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'New series by job',
    'Series that were new in a scrape. Steady and not zero: values of a label come and go, such as callers or ids.',
  )
    .query(m.scrape_series_added.sumBy('job').legend('{{job}}'))
    .unit('short')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Scrape duration',
    'How long each part takes to answer. Near ten seconds it is given up, and the target counts as down.',
  )
    .query(m.scrape_duration_seconds.maxBy('job').legend('{{job}}'))
    .unit('s')
    .min(0)
    .thresholds({ warning: 5, critical: 10 })
    .options({ legend: LEGEND_TABLE }),
]);

export default dashboard({
  ...frame,
  uid: 'fluxbase-monitoring',
  title: 'Fluxbase - Monitoring',
  description:
    'Is everything up and watched: targets, Prometheus, Grafana. The first place to look when panels are empty or an alert did not come.',
  rows: [health, failures, size],
});

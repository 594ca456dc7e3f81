import { any, type MetricSpecs } from '../../lib/index.ts';

/** What Grafana says about itself on `/metrics`. It is a Go program: `GO` and `PROCESS` hold as well. */
export const GRAFANA = {
  grafana_build_info: {
    kind: 'info',
    help: 'Version of Grafana.',
    labels: { version: any, edition: any, branch: any, revision: any, goversion: any },
  },
  grafana_http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Duration of the requests that Grafana answered.',
    labels: { handler: any, method: any, status_code: any },
    optional: true,
  },
  grafana_stat_totals_dashboard: {
    kind: 'gauge',
    unit: 'dashboards',
    help: 'Dashboards that exist.',
  },
} as const satisfies MetricSpecs;

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { m } from '../../systems/beacon/index.ts';
import { spelled } from './spelled.ts';

const build = join(__dirname, '../../build/beacon');
const read = (path: string) => readFileSync(join(build, path), 'utf8');
const yaml = (path: string): unknown => parseYaml(read(path));

interface DashboardJson {
  readonly panels: readonly {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly description: string;
    readonly datasource: { readonly uid: string };
    readonly fieldConfig: { readonly defaults: { readonly unit?: string } };
    readonly targets: readonly { readonly expr: string; readonly legendFormat?: string }[];
  }[];
}

interface RuleJson {
  readonly record?: string;
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const dashboard = JSON.parse(read('observability/grafana-dashboard.json')) as DashboardJson;
const rules = (
  yaml('observability/alerting-rules.yml') as {
    readonly groups: readonly { readonly rules: readonly RuleJson[] }[];
  }
).groups.flatMap((group) => group.rules);
const alerts = rules.filter((rule) => rule.record === undefined);

const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
const everything = [...shown, ...rules.map(({ expr }) => expr)];

describe('the files that the documentation names', () => {
  it.each([
    'observability/grafana-dashboard.json',
    'observability/alerting-rules.yml',
    'observability/alloy/config.alloy',
    'observability/prometheus/agent.yml.tmpl',
    'runbooks/beacon.md',
  ])('%s', (path) => {
    expect(existsSync(join(build, path))).toBe(true);
  });
});

describe('the dashboard', () => {
  it('has its tags, range and refresh, and lets people choose the datasource', () => {
    expect(dashboard).toMatchObject({
      uid: 'beacon-runner',
      tags: ['beacon', 'runner', 'golem', 'ipfs'],
      refresh: '30s',
      time: { from: 'now-1h', to: 'now' },
      templating: {
        list: [{ type: 'datasource', name: 'datasource', current: { value: 'beacon-prom' } }],
      },
    });
    const asked = new Set(dashboard.panels.map(({ datasource }) => datasource.uid));
    expect([...asked]).toEqual(['${datasource}']);
  });

  it('has eight panels, on the subjects of the documentation', () => {
    expect(dashboard.panels.map(({ type, title }) => [type, title])).toEqual([
      ['stat', 'System health overview'],
      ['timeseries', 'Job processing rates'],
      ['timeseries', 'Error rates and failure analysis'],
      ['timeseries', 'Queue health'],
      ['timeseries', 'HTTP request latency percentiles'],
      ['timeseries', 'Execution duration by region'],
      ['timeseries', 'Golem negotiation'],
      ['timeseries', 'Resource usage'],
    ]);
  });

  it('explains every panel, its unit and every series', () => {
    const bare = dashboard.panels.filter(
      ({ description, fieldConfig, targets }) =>
        description.length < 40 ||
        fieldConfig.defaults.unit === undefined ||
        targets.some(({ legendFormat = '' }) => legendFormat === ''),
    );
    expect(bare.map(({ title }) => title)).toEqual([]);
  });

  it.each([
    'max(up{job="beacon-runner"})',
    'max(time() - process_start_time_seconds{job="beacon-runner"})',
    'sum(rate(jobs_enqueued_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum(rate(jobs_processed_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum(rate(jobs_failed_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum(rate(jobs_retried_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'max(outbox_unpublished_count{job="beacon-runner"})',
    'max(outbox_oldest_unpublished_age_seconds{job="beacon-runner"})',
    'histogram_quantile(0.95, sum by (le) (rate(runner_queue_latency_seconds_bucket{job="beacon-runner"}[$__rate_interval])))',
    'histogram_quantile(0.50, sum by (le) (rate(http_request_duration_seconds_bucket{job="beacon-runner"}[$__rate_interval])))',
    'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="beacon-runner"}[$__rate_interval])))',
    'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="beacon-runner"}[$__rate_interval])))',
    'histogram_quantile(0.95, sum by (le, region) (rate(runner_execution_duration_seconds_bucket{job="beacon-runner"}[$__rate_interval])))',
    'sum by (region) (rate(runner_execution_duration_seconds_sum{job="beacon-runner"}[$__rate_interval])) / (sum by (region) (rate(runner_execution_duration_seconds_count{job="beacon-runner"}[$__rate_interval])) > 0)',
    'sum by (region) (rate(negotiation_offers_seen_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum by (region) (rate(negotiation_probes_passed_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum by (region) (rate(negotiation_probes_failed_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'region:negotiation_probes_passed:rate10m / (region:negotiation_probes_passed:rate10m + region:negotiation_probes_failed:rate10m > 0)',
    'max by (instance) (go_memstats_alloc_bytes{job="beacon-runner"})',
    'max by (instance) (go_goroutines{job="beacon-runner"})',
    'sum(websocket_connections{job="beacon-runner"})',
    'sum(rate(jobs_failed_total{job="beacon-runner"}[$__rate_interval])) / (sum(rate(jobs_failed_total{job="beacon-runner"}[$__rate_interval])) + sum(rate(jobs_processed_total{job="beacon-runner"}[$__rate_interval])) > 0)',
    '(sum(rate(http_requests_total{job="beacon-runner", status=~"5.."}[$__rate_interval])) or vector(0)) / (sum(rate(http_requests_total{job="beacon-runner"}[$__rate_interval])) > 0)',
    'sum by (region, error_type) (rate(runner_failures_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum(rate(outbox_publish_errors_total{job="beacon-runner"}[$__rate_interval])) * 60',
    'sum(rate(websocket_messages_dropped_total{job="beacon-runner"}[$__rate_interval])) * 60',
  ])('draws %s', (expr) => {
    expect(shown.map(spelled)).toContain(spelled(expr));
  });
});

describe('the alerts', () => {
  it.each([
    ['RunnerDown', '1m', 'critical', / == 0 or absent\(up\{job="beacon-runner"\}\)$/],
    ['HighJobFailureRate', '2m', 'critical', / > 0\.1$/],
    ['JobsStuckInQueue', '5m', 'warning', / > 10$/],
    ['OldUnpublishedJobs', '1m', 'critical', / > 300$/],
    ['HighHTTPLatency', '3m', 'warning', / > 2$/],
    ['HighExecutionLatency', '5m', 'warning', / > 300 or .* > 300$/],
    ['LowNegotiationSuccess', '5m', 'warning', / < 0\.7$/],
    ['NoOffersAvailable', '5m', 'critical', /\[10m\]\)\) or vector\(0\)\) == 0$/],
    ['HighMemory', '5m', 'warning', / > 536870912$/],
    ['TooManyGoroutines', '5m', 'warning', / > 100$/],
  ])('%s holds for %s, is %s, and has its limit', (name, hold, severity, limit) => {
    const rule = alerts.find(({ alert }) => alert === name);
    expect(rule).toMatchObject({ for: hold, labels: { severity, system: 'beacon' } });
    expect(rule?.expr).toMatch(limit);
  });

  it('are ten, each with a runbook entry and a panel', () => {
    expect(alerts).toHaveLength(10);
    const headings = read('runbooks/beacon.md').match(/^## .+$/gm) ?? [];
    const panels = dashboard.panels.map(({ id }) => String(id));
    expect(headings).toEqual(alerts.map(({ alert }) => `## ${alert}`));
    expect(alerts.map(({ annotations }) => annotations['runbook_url'])).toEqual(
      alerts.map(({ alert }) => `runbooks/beacon.md#${alert.toLowerCase()}`),
    );
    expect(panels).toEqual(
      expect.arrayContaining(alerts.map(({ annotations }) => annotations['__panelId__'])),
    );
  });

  it.each(alerts.map(({ alert }) => alert))('%s is shown to fire and to stay quiet', (name) => {
    const { tests } = yaml(`observability/tests/${name}.test.yml`) as {
      readonly tests: readonly {
        readonly alert_rule_test: readonly { readonly exp_alerts: readonly unknown[] }[];
      }[];
    };
    const firing = tests.map((each) => each.alert_rule_test.some((at) => at.exp_alerts.length > 0));
    expect(firing.slice(0, 2)).toEqual([true, false]);
  });
});

describe('what is asked', () => {
  it.each([
    'up',
    'jobs_enqueued_total',
    'jobs_processed_total',
    'jobs_failed_total',
    'jobs_retried_total',
    'outbox_unpublished_count',
    'outbox_oldest_unpublished_age_seconds',
    'http_requests_total',
    'http_request_duration_seconds',
    'runner_execution_duration_seconds',
    'runner_queue_latency_seconds',
    'runner_failures_total',
    'negotiation_offers_seen_total',
    'negotiation_probes_passed_total',
    'negotiation_probes_failed_total',
    'websocket_connections',
    'go_memstats_alloc_bytes',
    'go_goroutines',
  ] as const)('%s is in the catalog, and on a panel or in an alert', (name) => {
    expect(m[name]).toBeDefined();
    expect(
      everything.some((expr) => new RegExp(`\\b${name}\\b|\\b${name}_bucket\\b`).test(expr)),
    ).toBe(true);
  });

  it.each([
    ['a success share that is nothing where all probes fail', 'rate10m / (sum'],
    [
      'offers that stand still in a series that may not exist',
      'rate(negotiation_offers_seen_total{job="beacon-runner"}[10m]) == 0',
    ],
    ['failures as a share of what was enqueued', '/ sum(rate(jobs_enqueued_total'],
    ['percentiles by path and method', 'sum by (le, path'],
    ['rows of one database, once for each instance', 'sum(outbox_'],
    ['what no code exports', 'golem_'],
  ])('nowhere %s', (_name, part) => {
    expect(everything.filter((expr) => expr.includes(part))).toEqual([]);
  });

  it('fills each side of the success share with zeros of the other', () => {
    expect(
      rules.flatMap(({ record, expr }) => (record === undefined ? [] : [[record, spelled(expr)]])),
    ).toEqual([
      [
        'region:negotiation_probes_passed:rate10m',
        'sum by (region) (rate(negotiation_probes_passed_total{job="beacon-runner"}[10m])) or sum by (region) (rate(negotiation_probes_failed_total{job="beacon-runner"}[10m])) * 0',
      ],
      [
        'region:negotiation_probes_failed:rate10m',
        'sum by (region) (rate(negotiation_probes_failed_total{job="beacon-runner"}[10m])) or sum by (region) (rate(negotiation_probes_passed_total{job="beacon-runner"}[10m])) * 0',
      ],
    ]);
  });
});

describe('scraping and telling', () => {
  it('asks over TLS every 15 s, under the job name that the rules know', () => {
    expect(yaml('observability/prometheus/agent.yml.tmpl')).toMatchObject({
      global: { scrape_interval: '15s', scrape_timeout: '10s' },
      scrape_configs: [
        {
          job_name: 'beacon-runner',
          scheme: 'https',
          metrics_path: '/metrics',
          static_configs: [{ targets: ['${SCRAPE_TARGET}'] }],
        },
      ],
      remote_write: [
        {
          url: '${GC_REMOTE_WRITE_URL}',
          basic_auth: { username: '${GC_USERNAME}', password: '${GC_PASSWORD}' },
        },
      ],
    });
    expect(read('.env.example')).toContain('SCRAPE_TARGET=beacon-runner-production.fly.dev:443\n');
  });

  it('loads no rules in the agent, which evaluates none', () => {
    expect(yaml('observability/prometheus/agent.yml.tmpl')).not.toHaveProperty('rule_files');
  });

  it('does the same with Alloy, where the job has no name unless it is given', () => {
    const config = read('observability/alloy/config.alloy');
    expect(config).toMatch(/job_name\s+= "beacon-runner"/);
    expect(config).toMatch(/scheme\s+= "https"/);
    expect(config).toMatch(/scrape_interval\s+= "15s"/);
    expect(config).toMatch(/password\s+= sys\.env\("GC_PASSWORD"\)/);
  });

  it('can tell Slack, PagerDuty and mail', () => {
    const { receivers } = yaml('observability/alertmanager/alertmanager.yml') as {
      readonly receivers: readonly object[];
    };
    expect(receivers.find((receiver) => 'pagerduty_configs' in receiver)).toMatchObject({
      name: 'on-call',
      slack_configs: [{ channel: '#beacon-alerts' }],
      pagerduty_configs: [{ routing_key: '${PAGERDUTY_ROUTING_KEY}' }],
      email_configs: [{ to: '${ALERT_EMAIL_TO}' }],
    });
  });
});

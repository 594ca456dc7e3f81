import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';

import { runTool } from '../../lib/prove/index.ts';
import { application, runtime } from '../../systems/zander/metrics.ts';
import { toolPath } from '../tool-path.ts';

const build = join(__dirname, '../../build/zander');
const read = (path: string) => readFileSync(join(build, path), 'utf8');
const yaml = (path: string): unknown => parseYaml(read(path));

interface PanelJson {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat?: string }[];
}

const dashboard = JSON.parse(read('grafana/dashboards/ingestion.json')) as {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly PanelJson[];
  readonly templating: unknown;
};
const panels = dashboard.panels.filter(({ type }) => type !== 'row');

interface RuleJson {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const { groups } = yaml('alerts.yml') as {
  readonly groups: readonly { readonly name: string; readonly rules: readonly RuleJson[] }[];
};
const rules = groups.flatMap((group) => group.rules);

const ours = '{job=~"zander-ingestion|zander-ingestion-custom"}';
const http = '{job="zander-ingestion"}';

/** Panels by title, with the matchers of the jobs and of the chosen users cut out. */
const shown = panels.map(({ title, targets = [] }) => [
  title,
  targets.map(({ expr }) => withoutMatchers(expr)),
]);
const everything = [
  ...shown.flatMap(([, exprs]) => exprs ?? []),
  ...rules.map((r) => withoutMatchers(r.expr)),
];

function withoutMatchers(expr: string): string {
  return expr
    .replaceAll(ours, '')
    .replaceAll(http, '')
    .replaceAll('{job=~"zander-ingestion|zander-ingestion-custom",user_id=~"$user_id"}', '{user}')
    .replaceAll('{job="zander-ingestion",', '{');
}

describe('the catalog', () => {
  it.each([
    ['edge_relay_connections', 'gauge', []],
    ['consumer_connections', 'gauge', []],
    ['messages_received_total', 'counter', ['message_type', 'user_id']],
    ['messages_processed_total', 'counter', ['message_type']],
    ['messages_failed_total', 'counter', ['message_type', 'error_type']],
    ['buffer_size', 'gauge', ['user_id']],
    ['buffer_capacity', 'gauge', ['user_id']],
    ['active_sessions', 'gauge', []],
    ['sessions_created_total', 'counter', []],
    ['sessions_ended_total', 'counter', []],
    ['db_writes_total', 'counter', ['table']],
    ['db_write_duration_seconds', 'histogram', ['table']],
    ['db_batch_size', 'histogram', ['table']],
    ['pending_writes', 'gauge', ['table']],
    ['http_requests_total', 'counter', ['method', 'status', 'handler']],
    ['http_request_duration_seconds', 'histogram', ['method', 'handler']],
    ['http_requests_in_progress', 'gauge', []],
    ['http_requests_inprogress', 'gauge', []],
    ['http_request_duration_highr_seconds', 'histogram', []],
    ['http_request_size_bytes', 'summary', ['handler']],
    ['http_response_size_bytes', 'summary', ['handler']],
    ['sample_latency_seconds', 'histogram', ['sample_type']],
    ['zander_ingestion_info', 'info', ['version', 'environment']],
  ])('has %s, a %s, with its labels, and something asks for it', (name, kind, labels) => {
    const metric = [...application.metrics, ...runtime.metrics].find((each) => each.name === name);
    expect(metric?.kind).toBe(kind);
    expect(Object.keys(metric?.labels ?? {})).toEqual([...labels, 'job', 'instance']);
    const word = new RegExp(`\\b${name}(_bucket|_sum|_count)?\\b`);
    expect(everything.filter((expr) => word.test(expr))).not.toEqual([]);
  });
});

describe('the scrapes', () => {
  const config = yaml('prometheus.yml') as {
    readonly scrape_configs: readonly {
      readonly metric_relabel_configs: readonly {
        readonly regex: string;
        readonly action: string;
      }[];
    }[];
  };

  it('ask both endpoints each 15 seconds', () => {
    const target = [{ targets: ['ingestion:8000'] }];
    expect(config).toMatchObject({
      global: { scrape_interval: '15s', evaluation_interval: '15s' },
      rule_files: ['alerts.yml'],
      scrape_configs: [
        { job_name: 'zander-ingestion', metrics_path: '/metrics', static_configs: target },
        {
          job_name: 'zander-ingestion-custom',
          metrics_path: '/metrics-custom',
          static_configs: target,
        },
      ],
    });
  });

  it('store each metric once, though both endpoints have all of them', () => {
    const [main, custom] = config.scrape_configs.map((job) => job.metric_relabel_configs[0]);
    expect([main?.action, custom?.action]).toEqual(['drop', 'keep']);
    expect(main?.regex).toBe(custom?.regex);
    const kept = new RegExp(`^${custom?.regex ?? ''}$`);
    expect(application.metrics.flatMap(seriesOf).filter((name) => !kept.test(name))).toEqual([]);
    expect(runtime.metrics.flatMap(seriesOf).filter((name) => kept.test(name))).toEqual([]);
  });
});

/** The names under which the Python client exposes a metric. */
function seriesOf({ name, kind }: { readonly name: string; readonly kind: string }): string[] {
  if (kind === 'gauge' || kind === 'info') return [name];
  if (kind === 'counter') return [name, name.replace(/_total$/, '_created')];
  const parts = [`${name}_sum`, `${name}_count`, `${name}_created`];
  return kind === 'histogram' ? [`${name}_bucket`, ...parts] : parts;
}

describe('the dashboard', () => {
  it('is provisioned under its title, and offers users', () => {
    expect(dashboard).toMatchObject({
      uid: 'zander-ingestion',
      title: 'Zander Ingestion Server',
      templating: {
        list: [
          { name: 'datasource', current: { value: 'zander-prom' } },
          {
            name: 'user_id',
            multi: true,
            includeAll: true,
            definition: `label_values(buffer_capacity${ours}, user_id)`,
          },
        ],
      },
    });
  });

  it.each([
    [
      'Active connections',
      'short',
      ['(sum(edge_relay_connections) or vector(0)) + (sum(consumer_connections) or vector(0))'],
    ],
    ['Active sessions', 'short', ['sum(active_sessions)']],
    ['Messages processed in range', 'short', ['sum(increase(messages_processed_total[$__range]))']],
    [
      'Failure percentage',
      'percentunit',
      [
        '(sum(rate(messages_failed_total[$__rate_interval])) or vector(0)) / (sum(rate(messages_received_total[$__rate_interval])) > 0)',
      ],
    ],
    ['Application info', 'none', ['max by (version, environment) (zander_ingestion_info)']],
    [
      'Edge relay connections',
      'short',
      ['sum by (instance) (edge_relay_connections)', 'sum(edge_relay_connections) or vector(0)'],
    ],
    ['Consumer connections', 'short', ['sum by (instance) (consumer_connections)']],
    [
      'Session activity',
      'cpm',
      [
        'sum(rate(sessions_created_total[$__rate_interval])) * 60',
        'sum(rate(sessions_ended_total[$__rate_interval])) * 60',
      ],
    ],
    [
      'Message throughput',
      'ops',
      [
        'sum by (message_type) (rate(messages_received_total[$__rate_interval]))',
        'sum by (message_type) (rate(messages_processed_total[$__rate_interval]))',
      ],
    ],
    [
      'Failures by type',
      'ops',
      ['sum by (message_type, error_type) (rate(messages_failed_total[$__rate_interval]))'],
    ],
    [
      'Failure ratio by message type',
      'percentunit',
      [
        'sum by (message_type) (rate(messages_failed_total[$__rate_interval])) / (sum by (message_type) (rate(messages_received_total[$__rate_interval])) > 0)',
        'sum by (message_type) (rate(messages_failed_total[5m])) / (sum by (message_type) (rate(messages_received_total[5m])) > 0)',
      ],
    ],
    [
      'Received by user',
      'ops',
      ['topk(10, sum by (user_id) (rate(messages_received_total{user}[$__rate_interval])))'],
    ],
    [
      'Buffer utilisation',
      'percentunit',
      ['max by (user_id) (buffer_size{user}) / (max by (user_id) (buffer_capacity{user}) > 0)'],
    ],
    [
      'Buffer fill now',
      'percentunit',
      ['max by (user_id) (buffer_size{user}) / (max by (user_id) (buffer_capacity{user}) > 0)'],
    ],
    [
      'Buffer table',
      'short',
      [
        'max by (user_id) (buffer_size{user})',
        'max by (user_id) (buffer_capacity{user})',
        'max by (user_id) (buffer_size{user}) / (max by (user_id) (buffer_capacity{user}) > 0)',
      ],
    ],
    ['Write rate', 'wps', ['sum by (table) (rate(db_writes_total[$__rate_interval]))']],
    [
      'Write latency p50/p95/p99',
      's',
      [
        'histogram_quantile(0.5, sum by (le, table) (rate(db_write_duration_seconds_bucket[$__rate_interval])))',
        'histogram_quantile(0.95, sum by (le, table) (rate(db_write_duration_seconds_bucket[$__rate_interval])))',
        'histogram_quantile(0.99, sum by (le, table) (rate(db_write_duration_seconds_bucket[$__rate_interval])))',
        'histogram_quantile(0.95, sum by (le, table) (rate(db_write_duration_seconds_bucket[5m])))',
      ],
    ],
    [
      'Batch size',
      'short',
      [
        'sum by (table) (rate(db_batch_size_sum[$__rate_interval])) / (sum by (table) (rate(db_batch_size_count[$__rate_interval])) > 0)',
      ],
    ],
    ['Pending writes', 'short', ['sum by (table) (pending_writes)']],
    [
      'Sample latency p95',
      's',
      [
        'histogram_quantile(0.95, sum by (le, sample_type) (rate(sample_latency_seconds_bucket[$__rate_interval])))',
      ],
    ],
    [
      'Requests per second',
      'reqps',
      ['sum by (method, handler) (rate(http_requests_total[$__rate_interval]))'],
    ],
    [
      'HTTP status classes',
      'reqps',
      ['sum by (status) (rate(http_requests_total[$__rate_interval]))'],
    ],
    [
      'HTTP latency p95',
      's',
      [
        'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_highr_seconds_bucket[$__rate_interval])))',
      ],
    ],
    [
      'Share of requests under 0.5 s',
      'percentunit',
      [
        'sum by (handler) (rate(http_request_duration_seconds_bucket{le="0.5"}[$__rate_interval])) / (sum by (handler) (rate(http_request_duration_seconds_count[$__rate_interval])) > 0)',
      ],
    ],
    ['In-flight requests', 'short', ['sum(http_requests_inprogress or http_requests_in_progress)']],
    [
      'Python GC',
      'ops',
      ['sum by (generation) (rate(python_gc_collections_total[$__rate_interval]))'],
    ],
    ['Process memory', 'bytes', ['sum by (instance) (process_resident_memory_bytes)']],
  ])('"%s" shows %s of what it should', (title, unit, exprs) => {
    expect(shown.find(([name]) => name === title)?.[1]).toEqual(exprs);
    const panel = panels.find((each) => each.title === title);
    expect(panel?.fieldConfig?.defaults.unit).toBe(unit);
  });

  it('says of every panel what it shows, in which unit, and which series is which', () => {
    expect(panels.filter(({ description = '' }) => description.length < 40)).toEqual([]);
    expect(panels.filter((p) => p.fieldConfig?.defaults.unit === undefined)).toEqual([]);
    const targets = panels.flatMap((panel) => panel.targets ?? []);
    expect(targets.filter(({ legendFormat }) => legendFormat === undefined)).toEqual([]);
  });
});

describe('what the documentation gets wrong is nowhere', () => {
  it.each([
    [
      'failures by received, of labels that never match',
      'rate(messages_failed_total[5m]) / rate(messages_received_total[5m])',
      /\) \/ rate\(/,
    ],
    [
      'a sum of gauges of which one may be missing',
      'edge_relay_connections + consumer_connections',
      /_connections \+/,
    ],
    [
      'a quantile for every instance as well',
      'histogram_quantile(0.95, rate(db_write_duration_seconds_bucket[5m]))',
      /histogram_quantile\([^,]+, rate\(/,
    ],
    [
      'failures per second of one kind of error',
      'rate(messages_failed_total[5m]) > 0.01',
      /^rate\(/,
    ],
    ['relays of each server', 'edge_relay_connections == 0', /^edge_relay_connections ==/],
    [
      'the name alone that the library does not use',
      'http_requests_in_progress',
      /^(?!.*http_requests_inprogress).*http_requests_in_progress/,
    ],
    [
      'a quantile of batches, which all lie above the last bound',
      'histogram_quantile(0.5, sum by (le, table) (rate(db_batch_size_bucket[5m])))',
      /db_batch_size_bucket/,
    ],
    [
      'a quantile of the histogram that ends at a second',
      'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))',
      /histogram_quantile.*http_request_duration_seconds/,
    ],
  ])('%s', (_, wrong, pattern) => {
    expect(wrong).toMatch(pattern);
    expect(everything.filter((expr) => pattern.test(expr))).toEqual([]);
  });
});

describe('the alerts', () => {
  it('are the rules of one group', () => {
    expect(groups.map(({ name }) => name)).toEqual(['ingestion_alerts']);
  });

  it.each([
    [
      'HighErrorRate',
      '5m',
      'warning',
      'sum by (message_type) (rate(messages_failed_total[5m])) / (sum by (message_type) (rate(messages_received_total[5m])) > 0) > 0.01',
    ],
    [
      'BufferFull',
      '2m',
      'warning',
      'max by (user_id) (buffer_size) / (max by (user_id) (buffer_capacity) > 0) > 0.95',
    ],
    ['NoConnections', '10m', 'warning', '(sum(edge_relay_connections) or vector(0)) == 0'],
    ['IngestionDown', '2m', 'critical', 'up == 0 or absent(up)'],
    [
      'CustomMetricsDown',
      '5m',
      'warning',
      'up{job="zander-ingestion-custom"} == 0 or absent(up{job="zander-ingestion-custom"})',
    ],
    [
      'SlowDatabaseWrites',
      '5m',
      'warning',
      'histogram_quantile(0.95, sum by (le, table) (rate(db_write_duration_seconds_bucket[5m]))) > 1',
    ],
    ['PendingWritesHigh', '5m', 'warning', 'sum by (table) (pending_writes) > 1000'],
  ])('%s fires after %s, %s, where %s', (name, hold, severity, expr) => {
    const rule = rules.find(({ alert }) => alert === name);
    expect(rule && withoutMatchers(rule.expr)).toBe(expr);
    expect(rule).toMatchObject({
      for: hold,
      labels: { severity, system: 'zander' },
      annotations: {
        runbook_url: `runbooks/zander.md#${name.toLowerCase()}`,
        __dashboardUid__: 'zander-ingestion',
      },
    });
    expect(read('runbooks/zander.md')).toContain(`\n## ${name}\n`);
  });
});

describe('the stack', () => {
  it('starts Prometheus with the rules, and Grafana with what it is provisioned with', () => {
    const compose = yaml('docker-compose.yml');
    expect(compose).toMatchObject({
      services: {
        ingestion: { ports: ['8000:8000'] },
        prometheus: { ports: ['9090:9090'] },
        grafana: {
          ports: ['3000:3000'],
          environment: { GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD:-admin}' },
          depends_on: ['prometheus'],
        },
      },
      volumes: { postgres_data: {}, prometheus_data: {}, grafana_data: {} },
    });
    const text = read('docker-compose.yml');
    expect(text).toContain('./prometheus.yml:/etc/prometheus/prometheus.yml:ro');
    expect(text).toContain('./alerts.yml:/etc/prometheus/alerts.yml:ro');
    expect(text).toContain('prometheus_data:/prometheus');
    expect(text).toContain('grafana_data:/var/lib/grafana');
    expect(text).toContain('postgres_data:/var/lib/postgresql/data');
    expect(text).not.toContain(':latest');
  });

  it('provisions the datasource', () => {
    expect(yaml('grafana/provisioning/datasources/datasources.yml')).toMatchObject({
      datasources: [{ uid: 'zander-prom', type: 'prometheus', url: 'http://prometheus:9090' }],
    });
  });
});

describe('promtool', () => {
  let promtool: string;
  let folder: string;

  beforeAll(async () => {
    promtool = await toolPath('promtool');
    folder = mkdtempSync(join(tmpdir(), 'dashc-zander-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) => runTool(promtool, args);

  it('accepts the rules', async () => {
    expect(await run('check', 'rules', join(build, 'alerts.yml'))).toMatchObject({ exitCode: 0 });
  });

  it('sees every alert fire and stay quiet as its cases say', async () => {
    const tests = readdirSync(join(build, 'prometheus/tests'));
    expect(tests).toEqual(rules.map(({ alert }) => `${alert}.test.yml`).sort());
    const paths = tests.map((name) => join(build, 'prometheus/tests', name));
    expect(await run('test', 'rules', ...paths)).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['off, while the URL is empty', [], 0],
    [
      'on, with all three variables',
      [
        'PROMETHEUS_REMOTE_WRITE_URL=https://prometheus-us-central1.grafana.net/api/prom/push',
        'PROMETHEUS_REMOTE_WRITE_USERNAME=12345',
        'PROMETHEUS_REMOTE_WRITE_PASSWORD=a "key": #1',
      ],
      1,
    ],
  ])('accepts the configuration with remote write %s', async (name, variables, writes) => {
    const inside = (path: string) => join(folder, name, path);
    mkdirSync(inside('bin'), { recursive: true });
    for (const file of ['prometheus.yml', 'alerts.yml', 'entrypoint.sh']) {
      writeFileSync(inside(file), read(file));
    }
    const script = `#!/bin/sh\ncat "\${1#*=}" > ${inside('seen.yml').replaceAll(' ', '\\ ')}\nexec ${promtool} check config "\${1#*=}"\n`;
    writeFileSync(inside('bin/prometheus'), script, { mode: 0o755 });
    const path = `PATH=${inside('bin')}:/usr/bin:/bin`;
    const started = await runTool('/usr/bin/env', [
      ...['-i', path, ...variables],
      ...['sh', inside('entrypoint.sh')],
    ]);
    expect(started).toMatchObject({ exitCode: 0 });
    expect(started.stdout).toContain('SUCCESS: 7 rules found');
    const { remote_write: written } = parseYaml(readFileSync(inside('seen.yml'), 'utf8')) as {
      readonly remote_write?: readonly unknown[] | null;
    };
    expect(written ?? []).toHaveLength(writes);
  });

  /** What the panels answer in a world of two users, one kind of error, no consumers and batches of 50. */
  it('finds an answer in panels where the documentation has none', async () => {
    const asked = {
      rules: {
        share: panelExpr('Failure ratio by message type'),
        total_share: panelExpr('Failure percentage'),
        connections: panelExpr('Active connections'),
        batch: panelExpr('Batch size'),
        full: panelExpr('Buffer utilisation'),
      },
      tests: [
        ['share', '{message_type="features"}', 0.05],
        ['total_share', '', 0.05],
        ['connections', '', 3],
        ['batch', '{table="predictions"}', 50],
        ['full', '{user_id="u1"}', 0.5],
      ],
    } as const;
    const target = 'instance="a",job="zander-ingestion-custom"';
    const inputs = [
      [`messages_failed_total{message_type="features",error_type="KeyError",${target}}`, '0+6x30'],
      [`messages_received_total{message_type="features",user_id="u1",${target}}`, '0+60x30'],
      [`messages_received_total{message_type="features",user_id="u2",${target}}`, '0+60x30'],
      [`edge_relay_connections{${target}}`, '3x30'],
      [`db_batch_size_sum{table="predictions",${target}}`, '0+50x30'],
      [`db_batch_size_count{table="predictions",${target}}`, '0+1x30'],
      [`buffer_size{user_id="u1",${target}}`, '500x30'],
      [`buffer_capacity{user_id="u1",${target}}`, '1000x30'],
    ];
    const recorded = Object.entries(asked.rules).map(([record, expr]) => ({ record, expr }));
    writeFileSync(
      join(folder, 'panels.yml'),
      stringify({ groups: [{ name: 'panels', rules: recorded }] }),
    );
    const test = {
      interval: '1m',
      input_series: inputs.map(([series, values]) => ({ series, values })),
      promql_expr_test: asked.tests.map(([expr, labels, value]) => ({
        expr,
        eval_time: '20m',
        exp_samples: [{ labels: expr + labels, value }],
      })),
    };
    writeFileSync(
      join(folder, 'panels.test.yml'),
      stringify({ rule_files: ['panels.yml'], evaluation_interval: '1m', tests: [test] }),
    );
    expect(await run('test', 'rules', join(folder, 'panels.test.yml'))).toMatchObject({
      exitCode: 0,
    });
  });
});

/** The first query of a panel, with what Grafana puts in place of its variables. */
function panelExpr(title: string): string {
  const expr = panels.find((panel) => panel.title === title)?.targets?.[0]?.expr ?? '';
  return expr.replaceAll('$__rate_interval', '5m').replaceAll('$user_id', '.*');
}

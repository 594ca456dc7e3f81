import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';

import { run } from '../../lib/analyze/index.ts';
import { dashboard, row, timeseries } from '../../lib/index.ts';
import { runTool } from '../../lib/prove/index.ts';
import fluxbase, { m } from '../../systems/fluxbase/index.ts';
import { toolPath } from '../tool-path.ts';
import { spelled } from './spelled.ts';

const build = join(__dirname, '../../build/fluxbase');
const read = (path: string) => readFileSync(join(build, path), 'utf8');
const yaml = (path: string): unknown => parseYaml(read(path));

interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly fieldConfig: { readonly defaults: Readonly<Record<string, unknown>> };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat?: string }[];
  readonly panels?: readonly PanelJson[];
}

interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly time: object;
  readonly refresh: string;
  readonly links: readonly { readonly tags: readonly string[] }[];
  readonly templating: { readonly list: readonly object[] };
  readonly panels: readonly PanelJson[];
}

const DASHBOARDS = 'deploy/monitoring/grafana/dashboards';
const boards = readdirSync(join(build, DASHBOARDS)).map(
  (file) => JSON.parse(read(`${DASHBOARDS}/${file}`)) as DashboardJson,
);
const panelsOf = ({ panels }: DashboardJson) =>
  panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
const board = (title: string) => boards.filter((each) => each.title === title).flatMap(panelsOf);

const OVERVIEW = 'Fluxbase - Application Overview';
const DATABASE = 'Fluxbase - Database Metrics';
const INFRASTRUCTURE = 'Fluxbase - Infrastructure';

interface RuleJson {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const RULES = 'deploy/monitoring/rules';
const groups = readdirSync(join(build, RULES)).flatMap(
  (file) =>
    (
      yaml(`${RULES}/${file}`) as {
        readonly groups: readonly { readonly rules: readonly RuleJson[] }[];
      }
    ).groups,
);
const rules = groups.flatMap((group) => group.rules);
const alerts = rules.filter(({ alert }) => alert !== undefined);

const shown = boards.flatMap(panelsOf).flatMap(({ targets = [] }) => targets.map((t) => t.expr));
const everything = [...shown, ...rules.map(({ expr }) => expr)];

/** The expressions of the panels of that title. */
function drawn(title: string, panel: string): string[] {
  const found = board(title).filter((each) => each.title === panel);
  expect(found, panel).toHaveLength(1);
  return found.flatMap(({ targets = [] }) => targets.map(({ expr }) => spelled(expr)));
}

describe('the files that the documentation names', () => {
  it.each([
    'deploy/docker-compose.production.yml',
    'deploy/.env.example',
    'deploy/monitoring/prometheus.yml',
    'deploy/monitoring/alertmanager.yml',
    'deploy/monitoring/grafana/provisioning/datasources/prometheus.yml',
    'deploy/monitoring/grafana/provisioning/dashboards/default.yml',
    'deploy/monitoring/grafana/dashboards/fluxbase-overview.json',
    'deploy/monitoring/grafana/dashboards/database-metrics.json',
    'runbooks/fluxbase.md',
  ])('%s', (path) => {
    expect(existsSync(join(build, path))).toBe(true);
  });
});

describe('the dashboards', () => {
  it('are five, with a time range, a refresh, a link to each other and a choice of datasource in common', () => {
    expect(boards.map(({ uid, title }) => [uid, title]).sort()).toEqual([
      ['fluxbase-database', DATABASE],
      ['fluxbase-infrastructure', INFRASTRUCTURE],
      ['fluxbase-monitoring', 'Fluxbase - Monitoring'],
      ['fluxbase-overview', OVERVIEW],
      ['fluxbase-services', 'Fluxbase - Services'],
    ]);
    for (const each of boards) {
      expect(each).toMatchObject({
        time: { from: 'now-6h', to: 'now' },
        refresh: '30s',
        links: [{ tags: ['fluxbase'] }],
        templating: {
          list: [{ type: 'datasource', name: 'datasource', current: { value: 'fluxbase-prom' } }],
        },
      });
    }
  });

  it('group their panels in rows', () => {
    const loose = boards.filter(({ panels }) => panels[0]?.type !== 'row');
    expect(loose).toEqual([]);
  });

  it('explain every panel, its unit and every series', () => {
    const bare = boards
      .flatMap(panelsOf)
      .filter(
        ({ description = '', datasource, fieldConfig, targets = [] }) =>
          description.length < 30 ||
          datasource?.uid !== '${datasource}' ||
          fieldConfig.defaults['unit'] === undefined ||
          targets.some(({ legendFormat = '' }) => legendFormat === ''),
      );
    expect(bare.map(({ title }) => title)).toEqual([]);
  });
});

const http = '{job="fluxbase"}';
const buckets = 'rate(http_request_duration_seconds_bucket{job="fluxbase"}[$__rate_interval])';
const pg = '{job="postgres", datname="fluxbase"}';

describe('Application Overview', () => {
  it.each([
    ['Request rate', [`sum(rate(http_requests_total${http}[$__rate_interval]))`]],
    ['p95 latency', [`histogram_quantile(0.95, sum by (le) (${buckets})) * 1000`]],
    [
      'Success rate',
      [
        `1 - (sum(rate(http_requests_total{job="fluxbase", status=~"5.."}[$__rate_interval])) or vector(0)) / (sum(rate(http_requests_total${http}[$__rate_interval])) > 0)`,
      ],
    ],
    ['Active database connections', [`sum(pg_stat_database_numbackends${pg})`]],
    [
      'Requests by endpoint',
      [`topk(15, sum by (method, path) (rate(http_requests_total${http}[$__rate_interval])))`],
    ],
    ['Status codes', [`sum by (status) (rate(http_requests_total${http}[$__rate_interval]))`]],
    [
      'Memory',
      [
        `max by (instance) (go_memstats_alloc_bytes${http})`,
        `max by (instance) (process_resident_memory_bytes${http})`,
      ],
    ],
    ['CPU', [`sum by (instance) (rate(process_cpu_seconds_total${http}[$__rate_interval]))`]],
    ['Goroutines', [`max by (instance) (go_goroutines${http})`]],
    ['Latency by endpoint', [`topk(10, histogram_quantile(0.95, sum by (le, path) (${buckets})))`]],
  ])('draws %s', (panel, exprs) => {
    expect(drawn(OVERVIEW, panel)).toEqual(exprs.map(spelled));
  });

  it.each([
    ['Request rate', 'reqps'],
    ['p95 latency', 'ms'],
    ['Success rate', 'percentunit'],
    ['Requests by endpoint', 'reqps'],
    ['Status codes', 'reqps'],
    ['Memory', 'bytes'],
    ['CPU', 'percentunit'],
    ['Latency', 's'],
  ])('shows %s in %s', (title, unit) => {
    const [panel] = board(OVERVIEW).filter((each) => each.title === title);
    expect(panel?.fieldConfig.defaults['unit']).toBe(unit);
  });

  it('colours latency and success by the limits that were asked for', () => {
    const stepsOf = (title: string) =>
      board(OVERVIEW).find((each) => each.title === title)?.fieldConfig.defaults['thresholds'];
    expect(stepsOf('p95 latency')).toMatchObject({
      steps: [{ color: 'green' }, { value: 200, color: 'yellow' }, { value: 500, color: 'red' }],
    });
    expect(stepsOf('Success rate')).toMatchObject({
      steps: [{ color: 'red' }, { value: 0.95, color: 'yellow' }, { value: 0.99, color: 'green' }],
    });
  });

  it('has a place for metrics of one’s own', () => {
    expect(drawn(OVERVIEW, 'Custom events')).toEqual([
      'sum(rate(fluxbase_custom_events_total{job="fluxbase"}[$__rate_interval]))',
    ]);
    expect(drawn(OVERVIEW, 'Custom duration')).toHaveLength(2);
  });
});

describe('Database Metrics', () => {
  it.each([
    [
      'Operations',
      [
        `sum(rate(pg_stat_database_tup_inserted${pg}[$__rate_interval]))`,
        `sum(rate(pg_stat_database_tup_updated${pg}[$__rate_interval]))`,
        `sum(rate(pg_stat_database_tup_deleted${pg}[$__rate_interval]))`,
        `sum(rate(pg_stat_database_tup_fetched${pg}[$__rate_interval]))`,
      ],
    ],
    ['Locks', [`sum by (mode) (pg_locks_count${pg})`]],
    ['Database size', [`max by (datname) (pg_database_size_bytes${pg})`]],
    [
      'Connection states',
      [
        `sum by (state) (pg_stat_activity_count${pg})`,
        'max(pg_settings_max_connections{job="postgres"})',
      ],
    ],
    [
      'Long-running queries',
      [
        'max by (state) (pg_stat_activity_max_tx_duration{job="postgres", datname="fluxbase", state=~"active|idle in transaction.*"})',
      ],
    ],
  ])('draws %s', (panel, exprs) => {
    expect(drawn(DATABASE, panel)).toEqual(exprs.map(spelled));
  });

  it('draws the cache hit ratio of now, and that of the alert', () => {
    const ratio = (range: string) =>
      `sum by (datname) (rate(pg_stat_database_blks_hit${pg}[${range}])) / (sum by (datname) (rate(pg_stat_database_blks_hit${pg}[${range}])) + sum by (datname) (rate(pg_stat_database_blks_read${pg}[${range}])) > 0)`;
    expect(drawn(DATABASE, 'Cache hit ratio')).toEqual([
      spelled(ratio('$__rate_interval')),
      spelled(ratio('15m')),
    ]);
  });
});

describe('Infrastructure', () => {
  it('has twelve panels: cache, storage, host, containers', () => {
    expect(board(INFRASTRUCTURE).map(({ title }) => title)).toEqual([
      'Clients',
      'Memory',
      'Commands',
      'Hit ratio',
      'S3 requests',
      'S3 error share',
      'Bytes stored',
      'CPU busy',
      'Memory used',
      'Disk free',
      'Container CPU',
      'Container memory',
    ]);
  });

  it('asks for the bytes stored under names that the scraped endpoint has', () => {
    expect(drawn(INFRASTRUCTURE, 'Bytes stored')).toEqual([
      spelled(
        'max(minio_cluster_usage_total_bytes{job="minio"}) or sum(minio_node_drive_used_bytes{job="minio"})',
      ),
    ]);
  });
});

describe('the alerts', () => {
  it.each([
    ['HighErrorRate', '5m', 'critical', / > 0\.05$/],
    ['HighLatency', '5m', 'warning', / > 1$/],
    ['DatabaseConnectionPoolExhausted', '5m', 'critical', / > 0\.9$/],
    ['LowCacheHitRatio', '15m', 'warning', / < 0\.9$/],
    ['PrometheusTargetMissing', '5m', 'critical', / == 0$/],
    ['PrometheusConfigReloadFailed', '5m', 'warning', / == 0$/],
    ['GrafanaDown', '5m', 'warning', / == 0 or absent\(up\{job="grafana"\}\)$/],
    ['RedisDown', '2m', 'critical', /^redis_up\{job="redis"\} == 0$/],
    ['ObjectStoreErrors', '10m', 'warning', / > 0\.05$/],
  ])('%s holds for %s, is %s, and has its limit', (name, hold, severity, limit) => {
    const rule = alerts.find(({ alert }) => alert === name);
    expect(rule).toMatchObject({ for: hold, labels: { severity, system: 'fluxbase' } });
    expect(rule?.expr).toMatch(limit);
  });

  it('are nine, each with a runbook entry and a panel', () => {
    expect(alerts).toHaveLength(9);
    const runbook = read('runbooks/fluxbase.md');
    const panels = boards.flatMap(panelsOf).map(({ id }) => String(id));
    for (const { alert = '', annotations } of alerts) {
      expect(runbook).toContain(`\n## ${alert}\n`);
      expect(annotations['runbook_url']).toBe(`runbooks/fluxbase.md#${alert.toLowerCase()}`);
      expect(panels).toContain(annotations['__panelId__']);
    }
  });

  it.each(alerts.map(({ alert = '' }) => alert))(
    '%s is shown to fire and to stay quiet',
    (name) => {
      const { tests } = yaml(`deploy/monitoring/tests/${name}.test.yml`) as {
        readonly tests: readonly {
          readonly alert_rule_test: readonly { readonly exp_alerts: readonly unknown[] }[];
        }[];
      };
      const firing = tests.map((each) =>
        each.alert_rule_test.some((at) => at.exp_alerts.length > 0),
      );
      expect(firing.slice(0, 2)).toEqual([true, false]);
    },
  );
});

describe('the recording rules', () => {
  it('add up the requests and the buckets of all endpoints', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dashc-fluxbase-'));
    const series = (name: string, labels: string, perMinute: number) => ({
      series: `${name}{job="fluxbase",service="fluxbase",method="GET",${labels}}`,
      values: `0+${perMinute}x30`,
    });
    const sample = (labels: string, value: number) => ({ labels, value });
    writeFileSync(
      join(folder, 'recording.test.yml'),
      stringify({
        rule_files: [join(build, RULES, 'fluxbase-recording.yml')],
        evaluation_interval: '1m',
        tests: [
          {
            interval: '1m',
            input_series: [
              series('http_requests_total', 'path="/a",status="2xx"', 60),
              series('http_requests_total', 'path="/b",status="2xx"', 60),
              series('http_requests_total', 'path="/b",status="5xx"', 30),
              series('http_request_duration_seconds_bucket', 'path="/a",status="2xx",le="1"', 60),
              series('http_request_duration_seconds_bucket', 'path="/b",status="2xx",le="1"', 30),
            ],
            promql_expr_test: [
              [
                'service:http_requests:rate5m',
                [sample('service:http_requests:rate5m{service="fluxbase"}', 2.5)],
              ],
              [
                'service_status:http_requests:rate5m',
                [
                  sample('service_status:http_requests:rate5m{service="fluxbase",status="2xx"}', 2),
                  sample(
                    'service_status:http_requests:rate5m{service="fluxbase",status="5xx"}',
                    0.5,
                  ),
                ],
              ],
              [
                'service_le:http_request_duration_seconds_bucket:rate5m',
                [
                  sample(
                    'service_le:http_request_duration_seconds_bucket:rate5m{service="fluxbase",le="1"}',
                    1.5,
                  ),
                ],
              ],
            ].map(([expr, exp_samples]) => ({ expr, eval_time: '20m', exp_samples })),
          },
        ],
      }),
    );
    const promtool = await toolPath('promtool');
    const tested = await runTool(promtool, ['test', 'rules', join(folder, 'recording.test.yml')]);
    rmSync(folder, { recursive: true });
    expect(tested).toMatchObject({ exitCode: 0 });
  });

  it('are what the panels of long ranges read', () => {
    for (const { record = '' } of rules.filter((rule) => rule.record !== undefined)) {
      expect(shown.some((expr) => expr.includes(record))).toBe(true);
    }
  });
});

describe('what is asked', () => {
  it.each([
    'http_requests_total',
    'http_request_duration_seconds',
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'go_goroutines',
    'pg_stat_database_numbackends',
    'pg_stat_database_xact_commit',
    'pg_stat_database_xact_rollback',
    'pg_stat_database_tup_inserted',
    'pg_stat_database_tup_updated',
    'pg_stat_database_tup_deleted',
    'pg_stat_database_blks_hit',
    'pg_stat_database_blks_read',
    'pg_database_size_bytes',
    'pg_settings_max_connections',
    'redis_connected_clients',
    'redis_memory_used_bytes',
    'redis_commands_total',
    'redis_keyspace_hits_total',
    'redis_keyspace_misses_total',
    'minio_s3_requests_total',
    'minio_s3_requests_errors_total',
    'minio_cluster_usage_total_bytes',
    'fluxbase_custom_events_total',
    'fluxbase_custom_duration_seconds',
  ] as const)('%s is in the catalog, and on a panel or in an alert', (name) => {
    expect(m[name]).toBeDefined();
    expect(everything.some((expr) => new RegExp(`\\b${name}(_bucket)?\\b`).test(expr))).toBe(true);
  });

  it.each([
    ['a name that Redis’s exporter does not have', 'redis_used_memory_bytes'],
    ['a name of an endpoint that is not scraped', 'minio_disk_storage_used_bytes'],
    ['HTTP under the name that the scrape takes away', 'fluxbase_http_'],
    ['sessions by a limit with other labels', 'numbackends{job="postgres",datname="fluxbase"} /'],
    ['block totals since the start', 'blks_hit{job="postgres",datname="fluxbase"} /'],
    ['a label that locks do not have', 'locktype'],
    ['a status that is no class', 'status="500"'],
    ['success as the share of 2xx', 'status=~"2'],
    ['a pool that nobody fills in', 'fluxbase_db_connections'],
    ['a series for every caller', 'identifier'],
  ])('nowhere %s', (_name, part) => {
    expect([...everything, ...boards.map((each) => JSON.stringify(each))].join('\n')).not.toContain(
      part,
    );
  });

  it('warns where a label without end is kept', () => {
    const value = dashboard({
      uid: 'callers',
      title: 'Callers',
      rows: [
        row('', [
          timeseries('Limited', 'By caller.').query(
            m.fluxbase_rate_limit_hits_total.rate().sumBy('identifier').legend('{{identifier}}'),
          ),
        ]),
      ],
    });
    const { stack, metrics } = fluxbase;
    const loaded = { value, file: 'dashboards/fluxbase/callers.ts', name: 'callers' };
    const system = { name: 'fluxbase', stack, metrics, dashboards: [loaded], groups: [] };
    const found = run({ systems: [system] }).filter(({ severity }) => severity !== 'info');
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['cardinality/unbounded-label', 'warning'],
    ]);
  });
});

interface ConfigJson {
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly static_configs: readonly object[];
    readonly metric_relabel_configs?: readonly object[];
  }[];
}

describe('scraping and sending', () => {
  const config = yaml('deploy/monitoring/prometheus.yml') as ConfigJson;

  it('asks eight jobs every 15 s', () => {
    expect(config).toMatchObject({
      global: {
        scrape_interval: '15s',
        scrape_timeout: '10s',
        evaluation_interval: '15s',
        external_labels: { cluster: 'fluxbase-production', environment: 'production' },
      },
      alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    });
    expect(config.scrape_configs.map(({ job_name }) => job_name)).toEqual([
      'prometheus',
      'grafana',
      'fluxbase',
      'postgres',
      'redis',
      'minio',
      'node',
      'cadvisor',
    ]);
    expect(config).not.toHaveProperty('storage');
  });

  it('names the application’s HTTP metrics as the documentation does, at a port that can be chosen', () => {
    expect(config.scrape_configs[2]).toMatchObject({
      static_configs: [
        {
          targets: ['fluxbase:${FLUXBASE_METRICS_PORT}'],
          labels: { service: 'fluxbase', tier: 'application' },
        },
      ],
      metric_relabel_configs: [
        {
          source_labels: ['__name__'],
          regex: 'fluxbase_(http_.+)',
          target_label: '__name__',
          replacement: '$1',
        },
      ],
    });
    expect(read('deploy/.env.example')).toContain('\nFLUXBASE_METRICS_PORT=8080\n');
  });

  it('sends samples elsewhere once there is an address', () => {
    expect(read('deploy/monitoring/prometheus.yml')).toMatch(/# when REMOTE_WRITE_URL\n/);
    expect(config).toMatchObject({
      remote_write: [
        {
          url: '${REMOTE_WRITE_URL}',
          basic_auth: {
            username: '${REMOTE_WRITE_USERNAME}',
            password: '${REMOTE_WRITE_PASSWORD}',
          },
        },
      ],
    });
  });

  it('tells Slack with a title and the descriptions', () => {
    expect(yaml('deploy/monitoring/alertmanager.yml')).toMatchObject({
      route: { receiver: 'slack', group_by: ['alertname'] },
      receivers: [
        {
          name: 'slack',
          slack_configs: [
            {
              api_url: '${SLACK_WEBHOOK_URL}',
              channel: '#alerts',
              title: '{{ .GroupLabels.alertname }}',
              text: '{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}',
            },
          ],
        },
      ],
    });
  });

  it('gives Grafana its datasource, with the time that a query may take', () => {
    expect(yaml('deploy/monitoring/grafana/provisioning/datasources/prometheus.yml')).toMatchObject(
      {
        datasources: [
          {
            uid: 'fluxbase-prom',
            jsonData: { timeInterval: '15s', queryTimeout: '60s', httpMethod: 'POST' },
          },
        ],
      },
    );
    expect(yaml('deploy/monitoring/grafana/provisioning/dashboards/default.yml')).toMatchObject({
      providers: [{ folder: 'Fluxbase', updateIntervalSeconds: 30 }],
    });
  });
});

interface ComposeJson {
  readonly name: string;
  readonly services: Readonly<
    Record<
      string,
      {
        readonly image: string;
        readonly command?: readonly string[];
        readonly environment?: Readonly<Record<string, string>>;
        readonly ports?: readonly string[];
        readonly volumes?: readonly string[];
      }
    >
  >;
  readonly volumes: object;
}

describe('the Compose file', () => {
  const { name, services, volumes } = yaml('deploy/docker-compose.production.yml') as ComposeJson;

  it('runs everything that is scraped', () => {
    expect(Object.keys(services).sort()).toEqual([
      'alertmanager',
      'cadvisor',
      'fluxbase',
      'grafana',
      'minio',
      'nginx',
      'node-exporter',
      'postgres',
      'postgres-exporter',
      'prometheus',
      'redis',
      'redis-exporter',
    ]);
  });

  it('opens NGINX to the network, and Grafana, Prometheus and Alertmanager to the host alone', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.sort()).toEqual([
      '127.0.0.1:3000:3000',
      '127.0.0.1:9090:9090',
      '127.0.0.1:9093:9093',
      '443:443',
      '80:80',
    ]);
  });

  it('keeps samples for 30 days and 10 GB', () => {
    expect(services['prometheus']?.command).toEqual(
      expect.arrayContaining([
        '--storage.tsdb.retention.time=30d',
        '--storage.tsdb.retention.size=10GB',
      ]),
    );
  });

  it('makes the volumes that the backup packs', () => {
    const made = Object.keys(volumes).map((volume) => `${name}_${volume}`);
    const packed = read('runbooks/fluxbase.md').matchAll(/-v (fluxbase_\w+):/g);
    const names = new Set([...packed].map(([, volume]) => volume));
    expect([...names].sort()).toEqual(['fluxbase_grafana_data', 'fluxbase_prometheus_data']);
    expect(made).toEqual(expect.arrayContaining([...names]));
  });

  it('stops what it packs before it does', () => {
    const [, chapter = ''] = read('runbooks/fluxbase.md').split('## Backup\n');
    const steps = chapter.split('\n## ')[0]?.match(/(stop|start) (grafana|prometheus)|_data/g);
    expect(steps).toEqual([
      'stop prometheus',
      '_data',
      'start prometheus',
      'stop grafana',
      '_data',
      'start grafana',
    ]);
  });

  it('takes the administrator of Grafana from the environment, and says what the default is worth', () => {
    expect(services['grafana']?.environment).toMatchObject({
      GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER:-admin}',
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD:-admin}',
    });
    expect(read('deploy/docker-compose.production.yml')).toMatch(
      /GF_SECURITY_ADMIN_PASSWORD: .* # The default is for a local machine only/,
    );
    expect(read('deploy/.env.example')).toMatch(
      /change it before the first start\.\n.*\nGF_SECURITY_ADMIN_PASSWORD=\n/,
    );
  });

  it('mounts dashboards and provisioning beside each other, and lets Prometheus ask MinIO', () => {
    expect(services['grafana']?.volumes).toEqual([
      './monitoring/grafana/provisioning:/etc/grafana/provisioning:ro',
      './monitoring/grafana/dashboards:/etc/grafana/dashboards:ro',
      'grafana_data:/var/lib/grafana',
    ]);
    expect(services['minio']?.environment).toMatchObject({ MINIO_PROMETHEUS_AUTH_TYPE: 'public' });
  });
});

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { type Expr, parse, print } from '../../lib/promql/index.ts';
import { runTool } from '../../lib/prove/index.ts';
import { backend } from '../../systems/love-parser/metrics.ts';
import { toolPath } from '../tool-path.ts';

const root = join(__dirname, '../..');
const build = join(root, 'build/love-parser');
const read = (path: string) => readFileSync(join(build, path), 'utf8');
const yaml = (path: string) => parseYaml(read(path)) as unknown;

const files = readdirSync(build, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1))
  .sort();

const DASHBOARDS = {
  application: { uid: 'love-application', title: 'Application KPIs' },
  backend: { uid: 'love-backend', title: 'Backend Observability' },
  database: { uid: 'love-database', title: 'Database Health' },
  queues: { uid: 'love-queues', title: 'Bull Queues' },
  redis: { uid: 'love-redis', title: 'Redis Health' },
} as const;

type Name = keyof typeof DASHBOARDS;

interface PanelJson {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly { readonly expr: string; readonly datasource: { uid: string } }[];
  readonly panels?: readonly PanelJson[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly options?: { readonly yAxis?: { readonly unit?: string } };
}

function panelsOf(name: Name): readonly PanelJson[] {
  const { panels } = JSON.parse(read(`grafana/provisioning/dashboards/${name}.json`)) as {
    panels: readonly PanelJson[];
  };
  return panels
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .filter((p) => p.type !== 'row');
}

const expressionsOf = (name: Name) =>
  panelsOf(name).flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

interface RuleJson {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

function rules(): readonly RuleJson[] {
  const { groups } = yaml('prometheus/rules/alerts.yml') as {
    groups: readonly { name: string; rules: readonly RuleJson[] }[];
  };
  expect(groups.map(({ name }) => name)).toEqual(['love-parser-production']);
  return groups.flatMap((group) => group.rules);
}

/** One spelling for expressions that are the same but for spaces and parentheses that change nothing. */
function spelled(text: string): string {
  const { expr, errors } = parse(text);
  expect(errors, text).toEqual([]);
  return expr === undefined ? '' : print(withoutParens(expr));
}

function withoutParens(expr: Expr): Expr {
  const bare = (_key: string, value: unknown): unknown =>
    isParen(value) ? bare('', value.of) : value;
  return JSON.parse(JSON.stringify(expr, bare)) as Expr;
}

function isParen(value: unknown): value is { readonly of: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'paren';
}

describe('dashboards', () => {
  it.each(Object.entries(DASHBOARDS))('%s has its uid and its title', (name, { uid, title }) => {
    const json: unknown = JSON.parse(read(`grafana/provisioning/dashboards/${name}.json`));
    expect(json).toMatchObject({ uid, title });
  });

  it.each(Object.keys(DASHBOARDS) as Name[])('%s asks the provisioned datasources', (name) => {
    const asked = panelsOf(name).flatMap(({ datasource, targets = [] }) => [
      datasource?.uid,
      ...targets.map((target) => target.datasource.uid),
    ]);
    expect(asked.filter((uid) => uid !== 'love-prom' && uid !== 'love-loki')).toEqual([]);
  });

  it.each(Object.keys(DASHBOARDS) as Name[])('%s explains every panel and its unit', (name) => {
    const bare = panelsOf(name).filter(
      ({ type, title, description = '', fieldConfig, options }) =>
        title === '' ||
        description.length < 20 ||
        (type !== 'logs' && (fieldConfig?.defaults.unit ?? options?.yAxis?.unit) === undefined),
    );
    expect(bare.map(({ title }) => title)).toEqual([]);
  });

  it.each<readonly [Name, string]>([
    [
      'backend',
      'histogram_quantile(0.50, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend"}[$__rate_interval])))',
    ],
    [
      'backend',
      'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend"}[$__rate_interval])))',
    ],
    [
      'backend',
      'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend"}[$__rate_interval])))',
    ],
    [
      'backend',
      'sum by (route) (rate(http_requests_total{job="backend", status_code=~"5.."}[$__rate_interval])) / (sum by (route) (rate(http_requests_total{job="backend"}[$__rate_interval])) > 0)',
    ],
    [
      'backend',
      '(sum(rate(http_requests_total{job="backend", status_code=~"5.."}[$__rate_interval])) or vector(0)) / (sum(rate(http_requests_total{job="backend"}[$__rate_interval])) > 0)',
    ],
    ['backend', 'sum by (outcome) (rate(http_requests_total{job="backend"}[$__rate_interval]))'],
    ['backend', 'sum by (instance) (process_resident_memory_bytes{job="backend"})'],
    ['backend', 'sum by (instance) (nodejs_heap_size_used_bytes{job="backend"})'],
    ['backend', 'sum by (instance) (nodejs_heap_size_total_bytes{job="backend"})'],
    ['backend', 'sum by (instance) (database_connections_active{job="backend"})'],
    ['backend', 'sum by (instance) (database_connections_max{job="backend"})'],
    ['backend', 'sum by (instance) (redis_connections_active{job="backend"})'],
    ['backend', 'sum by (instance) (redis_connections_capacity{job="backend"})'],
    ['backend', 'sum by (instance) (redis_pool_pending_requests{job="backend"})'],
    ['backend', 'sum by (instance) (node_load1{job="node-exporter"})'],
    ['backend', 'sum by (instance) (node_load5{job="node-exporter"})'],
    ['backend', 'sum by (instance) (node_load15{job="node-exporter"})'],
    ['backend', 'count by (instance) (node_cpu_seconds_total{job="node-exporter", mode="idle"})'],
    [
      'backend',
      '1 - avg by (instance) (rate(node_cpu_seconds_total{job="node-exporter", mode="idle"}[$__rate_interval]))',
    ],
    [
      'backend',
      '1 - node_memory_MemAvailable_bytes{job="node-exporter"} / node_memory_MemTotal_bytes{job="node-exporter"}',
    ],
    [
      'backend',
      'node_filesystem_avail_bytes{job="node-exporter", mountpoint="/", fstype!~"tmpfs|overlay"} / node_filesystem_size_bytes{job="node-exporter", mountpoint="/", fstype!~"tmpfs|overlay"}',
    ],
    ['backend', 'max by (instance) (nodejs_eventloop_lag_p99_seconds{job="backend"})'],
    ['backend', 'max(subscription_active_count{job="backend"})'],
    [
      'backend',
      'sum by (method) (rate(telegram_api_calls_total{job="backend"}[$__rate_interval]))',
    ],
    [
      'backend',
      'sum by (method) (rate(telegram_api_errors_total{job="backend"}[$__rate_interval]))',
    ],

    [
      'database',
      'sum(rate(pg_stat_statements_seconds_total{job="postgres-exporter"}[$__rate_interval])) / (sum(rate(pg_stat_statements_calls_total{job="postgres-exporter"}[$__rate_interval])) > 0)',
    ],
    [
      'database',
      'sum(rate(pg_stat_statements_calls_total{job="postgres-exporter"}[$__rate_interval]) and on (instance, user, datname, queryid) (rate(pg_stat_statements_seconds_total{job="postgres-exporter"}[$__rate_interval]) / (rate(pg_stat_statements_calls_total{job="postgres-exporter"}[$__rate_interval]) > 0) > 1)) or vector(0)',
    ],
    [
      'database',
      'max by (instance) (database_connections_active{job="backend"} / (database_connections_max{job="backend"} > 0))',
    ],
    [
      'database',
      'sum by (instance) (pg_stat_activity_count{job="postgres-exporter"}) / on (instance) max by (instance) (pg_settings_max_connections{job="postgres-exporter"})',
    ],
    [
      'database',
      'sum by (state) (pg_stat_activity_count{job="postgres-exporter", datname=~"$datname"})',
    ],
    [
      'database',
      'topk(10, max by (datname, schemaname, relname) (pg_stat_user_tables_size_bytes{job="postgres-exporter"} or (pg_stat_user_tables_table_size_bytes{job="postgres-exporter"} + pg_stat_user_tables_index_size_bytes{job="postgres-exporter"})))',
    ],
    [
      'database',
      'max by (datname) (pg_database_size_bytes{job="postgres-exporter", datname=~"$datname"})',
    ],
    [
      'database',
      'sum by (datname) (rate(pg_stat_database_xact_commit{job="postgres-exporter", datname=~"$datname"}[$__rate_interval]))',
    ],
    [
      'database',
      'sum by (datname) (rate(pg_stat_database_xact_rollback{job="postgres-exporter", datname=~"$datname"}[$__rate_interval]))',
    ],
    [
      'database',
      'sum by (datname) (rate(pg_stat_database_blks_hit{job="postgres-exporter", datname=~"$datname"}[$__rate_interval])) / (sum by (datname) (rate(pg_stat_database_blks_hit{job="postgres-exporter", datname=~"$datname"}[$__rate_interval])) + sum by (datname) (rate(pg_stat_database_blks_read{job="postgres-exporter", datname=~"$datname"}[$__rate_interval])) > 0)',
    ],
    ['database', 'sum by (mode) (pg_locks_count{job="postgres-exporter", datname=~"$datname"})'],
    [
      'database',
      'sum by (datname) (increase(pg_stat_database_deadlocks{job="postgres-exporter", datname=~"$datname"}[$__rate_interval]))',
    ],

    [
      'redis',
      'sum(rate(redis_commands_duration_seconds_total{job="redis-exporter"}[$__rate_interval])) / (sum(rate(redis_commands_total{job="redis-exporter"}[$__rate_interval])) > 0)',
    ],
    [
      'redis',
      'topk(5, sum by (cmd) (rate(redis_commands_duration_seconds_total{job="redis-exporter"}[$__rate_interval])) / (sum by (cmd) (rate(redis_commands_total{job="redis-exporter"}[$__rate_interval])) > 0))',
    ],
    [
      'redis',
      'histogram_quantile(0.95, sum by (le) (rate(redis_commands_latencies_usec_bucket{job="redis-exporter"}[$__rate_interval]))) / 1e6',
    ],
    ['redis', 'max(redis_memory_used_bytes{job="redis-exporter"})'],
    ['redis', 'max(redis_memory_used_rss_bytes{job="redis-exporter"})'],
    [
      'redis',
      'max(redis_memory_used_bytes{job="redis-exporter"} / (redis_memory_max_bytes{job="redis-exporter"} > 0))',
    ],
    ['redis', 'sum by (db) (redis_db_keys{job="redis-exporter"})'],
    ['redis', 'sum by (db) (redis_db_keys_expiring{job="redis-exporter"})'],
    ['redis', 'sum(rate(redis_evicted_keys_total{job="redis-exporter"}[$__rate_interval]))'],
    ['redis', 'sum(rate(redis_expired_keys_total{job="redis-exporter"}[$__rate_interval]))'],
    [
      'redis',
      'sum(rate(redis_keyspace_hits_total{job="redis-exporter"}[$__rate_interval])) / (sum(rate(redis_keyspace_hits_total{job="redis-exporter"}[$__rate_interval])) + sum(rate(redis_keyspace_misses_total{job="redis-exporter"}[$__rate_interval])) > 0)',
    ],
    ['redis', 'max(redis_connected_clients{job="redis-exporter"})'],
    ['redis', 'min(redis_up{job="redis-exporter"})'],

    ['queues', 'max by (queue) (job_queue_size{job="backend", queue=~"$queue"})'],
    [
      'queues',
      'sum by (le) (increase(job_duration_seconds_bucket{job="backend", queue=~"$queue"}[$__rate_interval]))',
    ],
    [
      'queues',
      'histogram_quantile(0.95, sum by (le, queue) (rate(job_duration_seconds_bucket{job="backend", queue=~"$queue"}[$__rate_interval])))',
    ],
    [
      'queues',
      'sum by (queue, status) (rate(job_events_total{job="backend", queue=~"$queue"}[$__rate_interval])) * 60',
    ],
    [
      'queues',
      'sum by (queue) (rate(job_events_total{job="backend", queue=~"$queue", status="failed"}[$__rate_interval])) / (sum by (queue) (rate(job_events_total{job="backend", queue=~"$queue"}[$__rate_interval])) > 0)',
    ],
    [
      'queues',
      'max by (queue) (job_queue_last_completed_timestamp{job="backend", queue=~"$queue"} > 0) * 1000',
    ],
    [
      'queues',
      'time() - max by (queue) (job_queue_last_completed_timestamp{job="backend", queue=~"$queue"} > 0)',
    ],
    [
      'queues',
      'sum by (job_name, status) (increase(cron_job_runs_total{job="backend"}[$__range]))',
    ],

    ['application', 'sum(rate(broadcast_sent_total{job="backend"}[$__rate_interval])) * 60'],
    ['application', 'sum(rate(broadcast_failed_total{job="backend"}[$__rate_interval])) * 60'],
    [
      'application',
      'sum by (status) (rate(parsing_jobs_total{job="backend"}[$__rate_interval])) * 60',
    ],
    [
      'application',
      'sum by (status) (rate(audience_segments_total{job="backend"}[$__rate_interval])) * 60',
    ],
    [
      'application',
      '(sum(increase(payment_events_total{job="backend", status="completed"}[$__range])) or vector(0)) / (sum(increase(payment_events_total{job="backend", status=~"completed|failed"}[$__range])) > 0)',
    ],
    ['application', 'sum by (status) (increase(payment_events_total{job="backend"}[$__range]))'],
    ['application', 'sum(increase(broadcast_sent_total{job="backend"}[$__range]))'],
    ['application', 'sum(increase(broadcast_failed_total{job="backend"}[$__range]))'],
    [
      'application',
      'sum(increase(parsing_jobs_total{job="backend", status="completed"}[$__range])) or vector(0)',
    ],
    ['application', 'sum by (status) (increase(audience_segments_total{job="backend"}[$__range]))'],
  ])('%s shows %s', (name, documented) => {
    const shown = expressionsOf(name).filter(
      (expr) => !/job="(?:backend-winston|postgres-logs)"/.test(expr),
    );
    expect(shown.map(spelled)).toContain(spelled(documented));
  });

  it('count the slow statements of the log where the extension is missing', () => {
    expect(expressionsOf('database')).toContain(
      'sum(count_over_time({job="postgres-logs"} |= "duration:" [5m]))',
    );
  });

  it.each(backend.metrics.map(({ name }) => name))('or alerts use %s', (name) => {
    const used = [
      ...(Object.keys(DASHBOARDS) as Name[]).flatMap(expressionsOf),
      ...rules().map(({ expr }) => expr),
    ];
    expect(
      used.filter((expr) => new RegExp(String.raw`\b${name}(?:_bucket)?\{`).test(expr)),
    ).not.toEqual([]);
  });
});

describe('alerts', () => {
  it.each([
    [
      'HighErrorRate',
      '5m',
      'warning',
      '(sum(rate(http_requests_total{job="backend", status_code=~"5.."}[5m])) or vector(0)) / (sum(rate(http_requests_total{job="backend"}[5m])) > 0) > 0.05',
    ],
    [
      'HighLatency',
      '5m',
      'warning',
      'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend"}[5m]))) > 1',
    ],
    [
      'DatabaseConnectionPoolExhausted',
      '2m',
      'critical',
      'database_connections_active{job="backend"} / (database_connections_max{job="backend"} > 0) > 0.9',
    ],
    [
      'RedisDown',
      '1m',
      'critical',
      'redis_up{job="redis-exporter"} == 0 or up{job="redis-exporter"} == 0',
    ],
    [
      'BroadcastQueueStuck',
      '1m',
      'warning',
      '(time() - max by (queue) (job_queue_last_completed_timestamp{job="backend", queue="broadcast"}) > 1800) and on (queue) (max by (queue) (job_queue_size{job="backend", queue="broadcast"}) > 0)',
    ],
    [
      'PaymentCallbackFailure',
      '1m',
      'critical',
      '(sum by (provider) (increase(payment_events_total{job="backend", status="failed"}[15m])) > 0) or (sum by (provider) (payment_events_total{job="backend", status="failed"} unless payment_events_total{job="backend", status="failed"} offset 15m) > 0)',
    ],
    [
      'DiskSpaceRunningLow',
      '10m',
      'warning',
      'node_filesystem_avail_bytes{job="node-exporter", mountpoint="/", fstype!~"tmpfs|overlay"} / node_filesystem_size_bytes{job="node-exporter", mountpoint="/", fstype!~"tmpfs|overlay"} < 0.2',
    ],
    [
      'MemoryUsageHigh',
      '10m',
      'warning',
      '1 - node_memory_MemAvailable_bytes{job="node-exporter"} / node_memory_MemTotal_bytes{job="node-exporter"} > 0.85',
    ],
  ])('%s is as documented', (name, duration, severity, expr) => {
    const rule = rules().find(({ alert }) => alert === name);
    expect(rule).toMatchObject({ for: duration, labels: { severity, system: 'love-parser' } });
    // Who is woken by a call is told by SMS as well.
    expect(rule?.labels['notify_sms']).toBe(severity === 'critical' ? 'true' : undefined);
    expect(spelled(rule?.expr ?? '')).toBe(spelled(expr));
  });

  it('are eight, each with what to do, a runbook entry and a panel', () => {
    const all = rules();
    expect(all).toHaveLength(8);
    for (const { alert, annotations } of all) {
      expect(annotations).toMatchObject({
        summary: expect.stringMatching(/./),
        description: expect.stringMatching(/./),
        runbook_url: `RUNBOOK.md#${alert.toLowerCase()}`,
        __dashboardUid__: expect.stringMatching(/^love-/),
      });
    }
  });

  it('and the runbook are in step', () => {
    const entries = [...read('RUNBOOK.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(entries).toEqual(rules().map(({ alert }) => alert));
  });
});

describe('mistakes of before', () => {
  it.each([
    ['4xx counted as an error', /outcome!/],
    ['a size that no exporter has', /pg_stat_relation_size_bytes/],
    ['a mean that no exporter has', /pg_stat_statements_(?:mean|sum)_time_seconds/],
    ['a duration that no exporter has', /redis_command_call_duration_seconds/],
    [
      'a stuck queue that is only idle',
      /job_queue_last_completed_timestamp\{[^}]*\}\)? > 1800(?! and)/,
    ],
    ['a setting of Grafana that it does not read', /GRAFANA_ADMIN/],
    ['a folder of dashboards that is empty', /\/var\/lib\/grafana\/dashboards/],
    ['an exporter that Prometheus cannot reach', /network_mode/],
    ['a flag that Alertmanager has not', /config\.expand-env/],
    ['an index that Loki 3 has not', /boltdb/],
    ['a command that amtool has not', /--delete/],
  ])('%s is in no file', (_, mistake) => {
    expect(files.filter((path) => mistake.test(read(path)))).toEqual([]);
  });
});

describe('the stack', () => {
  it('has the files that the documentation names', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '.env.example',
        'RUNBOOK.md',
        'alertmanager/alertmanager.yml',
        'docker-compose.yml',
        'grafana/provisioning/dashboards/application.json',
        'grafana/provisioning/dashboards/backend.json',
        'grafana/provisioning/dashboards/dashboards.yml',
        'grafana/provisioning/dashboards/database.json',
        'grafana/provisioning/dashboards/queues.json',
        'grafana/provisioning/dashboards/redis.json',
        'grafana/provisioning/datasources/datasources.yml',
        'logging/loki-local-config.yaml',
        'logging/promtail-config.yml',
        'prometheus/prometheus.yml',
        'prometheus/rules/alerts.yml',
      ]),
    );
  });

  it('provisions the two datasources, and the folder that holds the dashboards', () => {
    expect(yaml('grafana/provisioning/datasources/datasources.yml')).toMatchObject({
      datasources: [
        { uid: 'love-prom', type: 'prometheus', url: 'http://prometheus:9090', isDefault: true },
        { uid: 'love-loki', type: 'loki', url: 'http://loki:3100' },
      ],
    });
    expect(yaml('grafana/provisioning/dashboards/dashboards.yml')).toMatchObject({
      providers: [{ type: 'file', options: { path: '/etc/grafana/provisioning/dashboards' } }],
    });
  });

  it('scrapes four targets every 15 seconds and tells Alertmanager', () => {
    expect(yaml('prometheus/prometheus.yml')).toMatchObject({
      global: { scrape_interval: '15s', scrape_timeout: '10s', evaluation_interval: '30s' },
      alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
      rule_files: ['rules/alerts.yml'],
      scrape_configs: [
        { job_name: 'backend', static_configs: [{ targets: ['backend:3000'] }] },
        {
          job_name: 'postgres-exporter',
          static_configs: [{ targets: ['postgres-exporter:9187'] }],
        },
        { job_name: 'redis-exporter', static_configs: [{ targets: ['redis-exporter:9121'] }] },
        { job_name: 'node-exporter', static_configs: [{ targets: ['node-exporter:9100'] }] },
      ],
    });
  });

  it('starts eight containers on the network of the application', () => {
    const compose = yaml('docker-compose.yml') as {
      services: Record<
        string,
        {
          image: string;
          ports?: string[];
          command?: string[];
          volumes?: string[];
          networks: string[];
        }
      >;
      volumes: object;
      networks: object;
    };
    const { services } = compose;
    const images = Object.entries(services).map(([name, { image }]) => [name, image]);
    expect(Object.fromEntries(images)).toEqual({
      alertmanager: 'prom/alertmanager:v0.27.0',
      grafana: 'grafana/grafana:10.4.2',
      loki: 'grafana/loki:2.9.4',
      'node-exporter': 'prom/node-exporter:v1.7.0',
      'postgres-exporter': 'quay.io/prometheuscommunity/postgres-exporter:v0.15.0',
      prometheus: 'prom/prometheus:v2.53.0',
      promtail: 'grafana/promtail:2.9.4',
      'redis-exporter': 'oliver006/redis_exporter:v1.62.0',
    });
    expect(Object.values(services).map(({ networks }) => networks)).toEqual(
      images.map(() => ['love-parser-net']),
    );
    expect(compose.networks).toEqual({ 'love-parser-net': { external: true } });
    expect(services['grafana']?.ports).toEqual(['3001:3000']);
    expect(services['prometheus']?.command).toContain('--storage.tsdb.retention.time=30d');
    expect(services['prometheus']?.volumes).toContain('prometheus-data:/prometheus');
    // A folder: a file that is mounted by itself would stay the old one after a build.
    expect(services['prometheus']?.volumes).toContain(
      './prometheus/rules:/etc/prometheus/rules:ro',
    );
    expect(services['loki']?.volumes).toContain('loki-data:/loki');
    expect(services['postgres-exporter']?.command).toContain('--collector.stat_statements');
    expect(services['node-exporter']?.volumes).toEqual(['/:/host:ro,rslave']);
    expect(Object.keys(compose.volumes)).toEqual(
      expect.arrayContaining(['grafana-data', 'loki-data', 'prometheus-data']),
    );
  });

  it('explains every variable that it reads', () => {
    const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const configuration = files.filter((path) => /(?:^|\/)[^/]*\.ya?ml$/.test(path));
    const used = configuration
      .flatMap((path) => [...read(path).matchAll(/\$\{([A-Z][A-Z_]+)/g)])
      .map(([, name]) => name);
    expect(used.filter((name) => !explained.includes(name))).toEqual([]);
    expect(explained.filter((name) => !used.includes(name))).toEqual([]);
    expect(explained).toEqual(
      expect.arrayContaining([
        'GF_SECURITY_ADMIN_USER',
        'GF_SECURITY_ADMIN_PASSWORD',
        'POSTGRES_EXPORTER_DSN',
        'REDIS_EXPORTER_ADDR',
      ]),
    );
  });

  it('reads three kinds of log files and sends their lines to Loki', () => {
    expect(yaml('logging/promtail-config.yml')).toMatchObject({
      clients: [{ url: 'http://loki:3100/loki/api/v1/push' }],
      scrape_configs: [
        {
          static_configs: [
            { labels: { job: 'backend-winston', __path__: '/var/log/love-parser/*.log' } },
          ],
        },
        {
          static_configs: [
            { labels: { job: 'docker', __path__: '/var/lib/docker/containers/*/*.log' } },
          ],
        },
        {
          static_configs: [
            { labels: { job: 'postgres-logs', __path__: '/var/log/postgresql/*.log' } },
          ],
        },
      ],
    });
  });

  it('keeps log lines for thirty days, and deletes older ones', () => {
    expect(yaml('logging/loki-local-config.yaml')).toMatchObject({
      compactor: { retention_enabled: true },
      limits_config: { retention_period: '30d' },
    });
  });
});

describe('the tools', () => {
  let folder: string;
  let amtool: string;
  let promtool: string;

  beforeAll(async () => {
    [amtool, promtool] = [await toolPath('amtool'), await toolPath('promtool')];
    folder = mkdtempSync(join(tmpdir(), 'dashc-love-parser-'));
    for (const file of ['alertmanager.yml', 'alertmanager-entrypoint.sh']) {
      copyFileSync(join(build, 'alertmanager', file), join(folder, file));
    }
    // In its place: the configuration is what matters here.
    writeFileSync(join(folder, 'alertmanager'), '#!/bin/sh\n', { mode: 0o755 });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** The configuration that Alertmanager's container makes of these variables when it starts. */
  function configuration(environment: Readonly<Record<string, string>>): string {
    execFileSync('sh', [join(folder, 'alertmanager-entrypoint.sh')], {
      env: { ...environment, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
      stdio: 'pipe',
    });
    return join(folder, 'alertmanager.rendered.yml');
  }

  const REQUIRED = {
    SLACK_WEBHOOK_URL: 'https://hooks.slack.com/services/T/B/X',
    SMTP_HOST: 'smtp.example.com:587',
    SMTP_USERNAME: 'monitoring@example.com',
    SMTP_PASSWORD: 'p"a\\s$s',
    ALERT_EMAIL_FROM: 'monitoring@example.com',
    ALERT_EMAIL_TO: 'oncall@example.com',
  };
  const OPTIONAL = {
    SMS_WEBHOOK_URL: 'https://sms.example.com/hook',
    SMS_API_TOKEN: 'token',
    PAGERDUTY_ROUTING_KEY: 'key',
  };

  it('take the rules and the configuration', async () => {
    const config = join(build, 'prometheus/prometheus.yml');
    expect(await runTool(promtool, ['check', 'config', config])).toMatchObject({ exitCode: 0 });
  });

  it('see every alert fire and stay quiet as its cases say', async () => {
    const tests = files
      .filter((path) => path.endsWith('.test.yml'))
      .map((path) => join(build, path));
    expect(tests).toHaveLength(8);
    expect(await runTool(promtool, ['test', 'rules', ...tests])).toMatchObject({ exitCode: 0 });
  });

  it.each([
    { name: 'all channels', environment: { ...REQUIRED, ...OPTIONAL } },
    { name: 'Slack and mail only', environment: REQUIRED },
  ])('take the configuration of Alertmanager with $name', async ({ environment }) => {
    const config = configuration(environment);
    expect(await runTool(amtool, ['check-config', config])).toMatchObject({ exitCode: 0 });
  });

  it('tell Slack in the documented channel', () => {
    const config = parseYaml(readFileSync(configuration(REQUIRED), 'utf8')) as unknown;
    expect(config).toMatchObject({
      receivers: expect.arrayContaining([
        expect.objectContaining({
          name: 'slack-notifications',
          slack_configs: [
            expect.objectContaining({
              api_url: REQUIRED.SLACK_WEBHOOK_URL,
              channel: '#ops-love-parser',
            }),
          ],
        }),
        expect.objectContaining({
          name: 'email-critical',
          email_configs: [
            expect.objectContaining({ auth_password: REQUIRED.SMTP_PASSWORD, require_tls: true }),
          ],
        }),
      ]),
    });
  });

  it.each([
    ['severity=critical notify_sms=true', 'sms-escalation,pagerduty,email-critical'],
    ['severity=critical', 'pagerduty,email-critical'],
    ['severity=warning', 'slack-notifications'],
    ['severity=info', 'slack-notifications'],
  ])('send %s to %s', async (labels, receivers) => {
    const config = `--config.file=${configuration({ ...REQUIRED, ...OPTIONAL })}`;
    const args = ['config', 'routes', 'test', config, ...labels.split(' ')];
    const { stdout } = await runTool(amtool, args);
    expect(stdout.trim()).toBe(receivers);
  });
});

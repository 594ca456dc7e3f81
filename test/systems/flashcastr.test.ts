import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { any, type Labels } from '../../lib/catalog/index.ts';
import { runTool } from '../../lib/prove/index.ts';
import system from '../../systems/flashcastr/index.ts';
import { spelled } from './spelled.ts';

const build = join(__dirname, '../../build/flashcastr');
const read = (path: string) => readFileSync(join(build, path), 'utf8');
const yaml = (path: string): unknown => parseYaml(read(path));

interface PanelJson {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly interval?: string;
  readonly datasource?: { readonly uid: string };
  readonly fieldConfig: { readonly defaults: { readonly unit?: string } };
  readonly targets: readonly {
    readonly expr: string;
    readonly legendFormat?: string;
    readonly datasource?: { readonly uid: string };
  }[];
}

interface DashboardJson {
  readonly links: readonly { readonly url: string }[];
  readonly panels: readonly PanelJson[];
}

interface RuleJson {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const DASHBOARDS = {
  'service-status': JSON.parse(read('grafana/dashboards/service-status.json')) as DashboardJson,
  flashes: JSON.parse(read('grafana/dashboards/flashes.json')) as DashboardJson,
};

const panelsOf = (name: keyof typeof DASHBOARDS): readonly PanelJson[] =>
  DASHBOARDS[name].panels.filter(({ type }) => type !== 'row');

const panels = [...panelsOf('service-status'), ...panelsOf('flashes')];

const rules = ['availability', 'consumer', 'producer'].flatMap((group) => {
  const file = yaml(`prometheus/rules/flashcastr-${group}.yml`) as {
    readonly groups: readonly { readonly rules: readonly RuleJson[] }[];
  };
  return file.groups.flatMap((each) => each.rules);
});

describe('the dashboards', () => {
  it.each([
    [
      'service-status',
      'flashcastr-service-status',
      'Service Status',
      'status',
      'flashcastr-flashes',
    ],
    ['flashes', 'flashcastr-flashes', 'Flashes Processing', 'flashes', 'flashcastr-service-status'],
  ] as const)('%s.json is found under its uid, and leads to the other one', (...row) => {
    const [file, uid, title, tag, other] = row;
    expect(DASHBOARDS[file]).toMatchObject({
      uid,
      title,
      tags: ['flashcastr', 'invaders', tag],
      refresh: '30s',
      time: { from: 'now-6h', to: 'now' },
    });
    expect(DASHBOARDS[file].links.map(({ url }) => url)).toEqual([`/d/${other}`]);
  });

  it('ask the datasource of the documentation, in every panel and every query', () => {
    const asked = panels.flatMap(({ datasource, targets }) => [
      datasource?.uid,
      ...targets.map((target) => target.datasource?.uid),
    ]);
    expect(new Set(asked)).toEqual(new Set(['grafana_prometheus']));
  });

  it('explain every panel, its unit and every series', () => {
    const bare = panels.filter(
      ({ description = '', fieldConfig, targets }) =>
        description.length < 20 ||
        fieldConfig.defaults.unit === undefined ||
        targets.length === 0 ||
        targets.some(({ legendFormat = '__auto' }) => legendFormat === '__auto'),
    );
    expect(bare.map(({ title }) => title)).toEqual([]);
  });

  it('wait for syncs, which are minutes apart', () => {
    const syncs = panels.filter(
      ({ type, targets }) =>
        type === 'timeseries' &&
        targets.some(({ expr }) => /(api_calls|sync_|flashes_new).*__rate_interval/.test(expr)),
    );
    expect(syncs.map(({ title, interval }) => [title, interval])).toEqual([
      ['API calls per minute', '5m'],
      ['API error ratio', '5m'],
      ['New flashes per minute', '5m'],
      ['Sync duration', '5m'],
      ['Sync skips per minute', '5m'],
    ]);
  });
});

describe('Service Status draws', () => {
  it.each([
    ['Producer uptime', 's', 'max(invaders_bot_uptime_seconds{job="invaders-bot"})'],
    ['Consumer uptime', 's', 'max(invaders_consumer_uptime_seconds{job="invaders-consumer"})'],
    ['Targets up', 'none', 'max by (job) (up{job=~"invaders-bot|invaders-consumer"})'],
    [
      'Circuit breaker',
      'none',
      'max(invaders_consumer_circuit_breaker_state{job="invaders-consumer"} or invaders_consumer_circuit_breaker_open{job="invaders-consumer"})',
    ],
    [
      'Consecutive failures',
      'short',
      'max(invaders_consumer_consecutive_failures{job="invaders-consumer"})',
    ],
    [
      'Unchanged syncs',
      'short',
      'max(invaders_bot_consecutive_unchanged_syncs{job="invaders-bot"})',
    ],
    [
      'Last sync',
      'dateTimeFromNow',
      'max(invaders_bot_last_sync_timestamp{job="invaders-bot"} > 0) * 1000',
    ],
    [
      'Last API call',
      'dateTimeFromNow',
      'max(invaders_bot_last_api_call_timestamp{job="invaders-bot"} > 0) * 1000',
    ],
    [
      'Last processed',
      'dateTimeFromNow',
      'max(invaders_consumer_last_processed_timestamp{job="invaders-consumer"} > 0) * 1000',
    ],
    [
      'Heap used',
      'bytes',
      'sum by (job) (invaders_bot_memory_bytes{job="invaders-bot", type="heap_used"})',
    ],
    [
      'Heap used',
      'bytes',
      'sum by (job) (invaders_consumer_memory_bytes{job="invaders-consumer", type="heap_used"})',
    ],
    [
      'Resident memory',
      'bytes',
      'sum by (job) (invaders_bot_memory_bytes{job="invaders-bot", type="rss"})',
    ],
    [
      'Resident memory',
      'bytes',
      'sum by (job) (invaders_consumer_memory_bytes{job="invaders-consumer", type="rss"})',
    ],
    ['Uptime history', 's', 'max(invaders_bot_uptime_seconds{job="invaders-bot"})'],
    ['Uptime history', 's', 'max(invaders_consumer_uptime_seconds{job="invaders-consumer"})'],
    [
      'API calls per minute',
      'cpm',
      'sum by (result) (rate(invaders_bot_api_calls_total{job="invaders-bot"}[$__rate_interval])) * 60',
    ],
    [
      'API error ratio',
      'percentunit',
      '(sum(rate(invaders_bot_api_calls_total{job="invaders-bot", result="error"}[$__rate_interval])) or vector(0)) / (sum(rate(invaders_bot_api_calls_total{job="invaders-bot"}[$__rate_interval])) > 0)',
    ],
    [
      'Consumer failures per minute',
      'cpm',
      'sum(rate(invaders_consumer_flashes_failed_total{job="invaders-consumer"}[$__rate_interval])) * 60',
    ],
    [
      'Consumer failures per minute',
      'cpm',
      'sum(rate(invaders_consumer_ipfs_failures_total{job="invaders-consumer"}[$__rate_interval])) * 60',
    ],
    [
      'API errors',
      'short',
      'sum(increase(invaders_bot_api_calls_total{job="invaders-bot", result="error"}[$__range])) or vector(0)',
    ],
    [
      'Failed flashes',
      'short',
      'sum(increase(invaders_consumer_flashes_failed_total{job="invaders-consumer"}[$__range]))',
    ],
    [
      'IPFS failures',
      'short',
      'sum(increase(invaders_consumer_ipfs_failures_total{job="invaders-consumer"}[$__range]))',
    ],
    [
      'Messages failed',
      'short',
      'sum(increase(invaders_bot_messages_failed_total{job="invaders-bot"}[$__range]))',
    ],
  ])('%s, in %s: %s', (title, unit, expr) => {
    const panel = panelsOf('service-status').find((each) => each.title === title);
    expect(panel?.fieldConfig.defaults.unit).toBe(unit);
    expect(panel?.targets.map((target) => spelled(target.expr))).toContain(spelled(expr));
  });

  it('the breaker as a word: 0 is closed, 1 is open', () => {
    const panel = panelsOf('service-status').find(({ title }) => title === 'Circuit breaker');
    expect(panel?.fieldConfig.defaults).toMatchObject({
      mappings: [
        {
          type: 'value',
          options: {
            0: { text: 'CLOSED', color: 'green' },
            1: { text: 'OPEN', color: 'red' },
          },
        },
      ],
    });
  });
});

describe('Flashes Processing draws', () => {
  it.each([
    [
      'New flashes',
      'short',
      'sum(increase(invaders_bot_flashes_new_total{job="invaders-bot"}[$__range]))',
    ],
    [
      'Flashes processed',
      'short',
      'sum(increase(invaders_consumer_flashes_processed_total{job="invaders-consumer"}[$__range]))',
    ],
    [
      'IPFS uploads',
      'short',
      'sum(increase(invaders_consumer_ipfs_uploads_total{job="invaders-consumer"}[$__range]))',
    ],
    ['Flash count of the API', 'short', 'max(invaders_bot_last_flash_count{job="invaders-bot"})'],
    [
      'New flashes per minute',
      'cpm',
      'sum(rate(invaders_bot_flashes_new_total{job="invaders-bot"}[$__rate_interval])) * 60',
    ],
    [
      'Flashes processed per minute',
      'cpm',
      'sum(rate(invaders_consumer_flashes_processed_total{job="invaders-consumer"}[$__rate_interval])) * 60',
    ],
    [
      'IPFS uploads per minute',
      'cpm',
      'sum(rate(invaders_consumer_ipfs_uploads_total{job="invaders-consumer"}[$__rate_interval])) * 60',
    ],
    [
      'Sync skips per minute',
      'cpm',
      'sum by (reason) (rate(invaders_bot_sync_skipped_total{job="invaders-bot"}[$__rate_interval])) * 60',
    ],
    [
      'Sync duration',
      's',
      'histogram_quantile(0.50, sum by (le) (rate(invaders_bot_sync_duration_seconds_bucket{job="invaders-bot"}[$__rate_interval])))',
    ],
    [
      'Sync duration',
      's',
      'histogram_quantile(0.90, sum by (le) (rate(invaders_bot_sync_duration_seconds_bucket{job="invaders-bot"}[$__rate_interval])))',
    ],
    [
      'Sync duration',
      's',
      'histogram_quantile(0.99, sum by (le) (rate(invaders_bot_sync_duration_seconds_bucket{job="invaders-bot"}[$__rate_interval])))',
    ],
    [
      'Processing duration',
      's',
      'histogram_quantile(0.50, sum by (le) (rate(invaders_consumer_processing_duration_seconds_bucket{job="invaders-consumer"}[$__rate_interval])))',
    ],
    [
      'Processing duration',
      's',
      'histogram_quantile(0.90, sum by (le) (rate(invaders_consumer_processing_duration_seconds_bucket{job="invaders-consumer"}[$__rate_interval])))',
    ],
    [
      'Processing duration',
      's',
      'histogram_quantile(0.99, sum by (le) (rate(invaders_consumer_processing_duration_seconds_bucket{job="invaders-consumer"}[$__rate_interval])))',
    ],
    ['Queue depth now', 'short', 'max(invaders_consumer_queue_depth{job="invaders-consumer"})'],
    ['Queue depth', 'short', 'max(invaders_consumer_queue_depth{job="invaders-consumer"})'],
    [
      'Messages published',
      'short',
      'sum(increase(invaders_bot_messages_published_total{job="invaders-bot"}[$__range]))',
    ],
    [
      'Messages failed',
      'short',
      'sum(increase(invaders_bot_messages_failed_total{job="invaders-bot"}[$__range]))',
    ],
    [
      'Casts published',
      'short',
      'sum(increase(invaders_bot_casts_published_total{job="invaders-bot"}[$__range]))',
    ],
    [
      'Casts failed',
      'short',
      'sum(increase(invaders_bot_casts_failed_total{job="invaders-bot"}[$__range]))',
    ],
    [
      'Casts per minute',
      'cpm',
      'sum(rate(invaders_bot_casts_published_total{job="invaders-bot"}[$__rate_interval])) * 60',
    ],
    [
      'Casts per minute',
      'cpm',
      'sum(rate(invaders_bot_casts_failed_total{job="invaders-bot"}[$__rate_interval])) * 60',
    ],
    [
      'Pipeline balance, 1 hour',
      'short',
      'sum(increase(invaders_bot_flashes_new_total{job="invaders-bot"}[1h])) - sum(increase(invaders_consumer_flashes_processed_total{job="invaders-consumer"}[1h]))',
    ],
  ])('%s, in %s: %s', (title, unit, expr) => {
    const panel = panelsOf('flashes').find((each) => each.title === title);
    expect(panel?.fieldConfig.defaults.unit).toBe(unit);
    expect(panel?.targets.map((target) => spelled(target.expr))).toContain(spelled(expr));
  });
});

const MEMORY = { type: ['heap_used', 'heap_total', 'rss', 'external'] };

describe('a metric', () => {
  it.each<[name: string, kind: string, labels: Labels]>([
    ['invaders_bot_flashes_new_total', 'counter', {}],
    ['invaders_bot_api_calls_total', 'counter', { result: ['success', 'error'] }],
    [
      'invaders_bot_sync_skipped_total',
      'counter',
      { reason: ['no_changes', 'backoff', 'off_peak_hours'] },
    ],
    ['invaders_bot_consecutive_unchanged_syncs', 'gauge', {}],
    ['invaders_bot_last_flash_count', 'gauge', {}],
    ['invaders_bot_sync_duration_seconds', 'histogram', {}],
    ['invaders_bot_messages_published_total', 'counter', {}],
    ['invaders_bot_casts_published_total', 'counter', {}],
    ['invaders_bot_uptime_seconds', 'gauge', {}],
    ['invaders_bot_memory_bytes', 'gauge', MEMORY],
    ['invaders_consumer_flashes_processed_total', 'counter', {}],
    ['invaders_consumer_flashes_failed_total', 'counter', {}],
    ['invaders_consumer_ipfs_uploads_total', 'counter', {}],
    ['invaders_consumer_ipfs_failures_total', 'counter', {}],
    ['invaders_consumer_processing_duration_seconds', 'histogram', {}],
    ['invaders_consumer_queue_depth', 'gauge', {}],
    ['invaders_consumer_circuit_breaker_state', 'gauge', {}],
    // The documentation has no label; what runs has one value for each kind of failure.
    ['invaders_consumer_consecutive_failures', 'gauge', { type: any }],
    ['invaders_consumer_uptime_seconds', 'gauge', {}],
    ['invaders_consumer_memory_bytes', 'gauge', MEMORY],
    // In no table, though the documentation promises panels that need them.
    ['invaders_bot_messages_failed_total', 'counter', {}],
    ['invaders_bot_casts_failed_total', 'counter', {}],
    ['invaders_bot_last_sync_timestamp', 'gauge', {}],
    ['invaders_bot_last_api_call_timestamp', 'gauge', {}],
    ['invaders_consumer_last_processed_timestamp', 'gauge', {}],
    // The name that the consumer's source has for its breaker.
    ['invaders_consumer_circuit_breaker_open', 'gauge', {}],
  ])('%s is a %s with its labels, on a panel', (name, kind, labels) => {
    const job = name.startsWith('invaders_bot') ? 'invaders-bot' : 'invaders-consumer';
    const metric = system.metrics.find((each) => each.name === name);
    expect(metric).toMatchObject({ kind, jobs: [job] });
    expect(metric?.labels).toEqual({ ...labels, job: [job], instance: any });
    const series = new RegExp(`\\b${name}${kind === 'histogram' ? '_bucket' : ''}\\{`);
    const drawn = panels.filter(({ targets }) => targets.some(({ expr }) => series.test(expr)));
    expect(drawn).not.toEqual([]);
  });

  it('is asked of its job only, so that another service of that name is not added', () => {
    const expressions = [
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
      ...rules.map(({ expr }) => expr),
    ];
    const loose = expressions.filter((expr) => /invaders_\w+(?!\w|\{job=)/.test(expr));
    expect(loose).toEqual([]);
  });

  it('has the buckets that the services register', () => {
    const buckets = (name: string) => system.metrics.find((each) => each.name === name)?.buckets;
    expect(buckets('invaders_bot_sync_duration_seconds')).toEqual([
      0.1, 0.5, 1, 2, 5, 10, 30, 60, 120,
    ]);
    expect(buckets('invaders_consumer_processing_duration_seconds')).toEqual([
      0.1, 0.5, 1, 2, 5, 10, 30, 60,
    ]);
  });
});

describe('the alerts', () => {
  it.each([
    ['FlashcastrTargetDown', '2m', 'critical', 'up{job=~"invaders-bot|invaders-consumer"} == 0'],
    [
      'FlashcastrCircuitBreakerOpen',
      '5m',
      'critical',
      'max(invaders_consumer_circuit_breaker_state{job="invaders-consumer"} or invaders_consumer_circuit_breaker_open{job="invaders-consumer"}) == 1',
    ],
    [
      'FlashcastrConsecutiveFailures',
      '5m',
      'warning',
      'max(invaders_consumer_consecutive_failures{job="invaders-consumer"}) >= 5',
    ],
    [
      'FlashcastrApiErrorRatioHigh',
      '15m',
      'warning',
      'sum(rate(invaders_bot_api_calls_total{job="invaders-bot", result="error"}[15m])) / (sum(rate(invaders_bot_api_calls_total{job="invaders-bot"}[15m])) > 0) > 0.2',
    ],
    [
      'FlashcastrProducerStalled',
      '5m',
      'warning',
      'time() - max(invaders_bot_last_api_call_timestamp{job="invaders-bot"} > 0) > 1800 unless sum(increase(invaders_bot_sync_skipped_total{job="invaders-bot", reason="off_peak_hours"}[30m])) > 0',
    ],
    [
      'FlashcastrConsumerStalled',
      '5m',
      'critical',
      'time() - max(invaders_consumer_last_processed_timestamp{job="invaders-consumer"} > 0) > 900 and max(invaders_consumer_queue_depth{job="invaders-consumer"}) > 0',
    ],
    [
      'FlashcastrQueueBacklog',
      '5m',
      'warning',
      'min_over_time(invaders_consumer_queue_depth{job="invaders-consumer"}[15m]) > 1000',
    ],
    [
      'FlashcastrCastsFailing',
      '5m',
      'warning',
      'sum(increase(invaders_bot_casts_failed_total{job="invaders-bot"}[30m])) > 5',
    ],
  ])('%s holds for %s and is %s', (name, hold, severity, expr) => {
    const rule = rules.find(({ alert }) => alert === name);
    expect(rule).toMatchObject({
      for: hold,
      labels: { severity, system: 'flashcastr' },
      annotations: { runbook_url: `RUNBOOK.md#${name.toLowerCase()}` },
    });
    expect(spelled(rule?.expr ?? '')).toBe(spelled(expr));
    expect(read('RUNBOOK.md')).toContain(`\n## ${name}\n`);
  });

  it('are eight', () => {
    expect(rules).toHaveLength(8);
  });
});

describe('the stack', () => {
  it('scrapes both services every 15 s, from the targets of the environment', () => {
    expect(yaml('prometheus/prom.yml')).toMatchObject({
      global: { scrape_interval: '15s', evaluation_interval: '15s' },
      scrape_configs: [
        { job_name: 'prometheus', static_configs: [{ targets: ['localhost:9090'] }] },
        {
          job_name: 'invaders-bot',
          metrics_path: '/metrics',
          static_configs: [{ targets: ['${INVADERS_BOT_TARGET}'] }],
        },
        {
          job_name: 'invaders-consumer',
          scheme: 'https',
          metrics_path: '/metrics',
          static_configs: [{ targets: ['${INVADERS_CONSUMER_TARGET}'] }],
        },
      ],
    });
    expect(read('.env.example')).toContain('INVADERS_BOT_TARGET=producer.railway.internal:9090\n');
    expect(read('.env.example')).toContain('INVADERS_CONSUMER_TARGET=consumer.flashcastr.app\n');
  });

  it('provisions the datasource under its uid, and the dashboards in their folder', () => {
    expect(yaml('grafana/provisioning/datasources/datasources.yml')).toMatchObject({
      datasources: [
        {
          uid: 'grafana_prometheus',
          type: 'prometheus',
          url: '${PROMETHEUS_INTERNAL_URL}',
          isDefault: true,
        },
      ],
    });
    expect(yaml('grafana/provisioning/dashboards/dashboards.yml')).toMatchObject({
      providers: [{ folder: 'Flashcastr', options: { path: '/etc/grafana/dashboards' } }],
    });
    expect(read('grafana/dockerfile')).toContain('COPY dashboards /etc/grafana/dashboards\n');
    expect(read('grafana/dockerfile')).toContain('COPY provisioning /etc/grafana/provisioning\n');
  });

  it('starts Prometheus on 9090, and Grafana on 3000 for admin with the password admin', () => {
    expect(yaml('docker-compose.yml')).toMatchObject({
      services: {
        prometheus: {
          build: { context: './prometheus', dockerfile: 'dockerfile' },
          ports: ['9090:9090'],
          volumes: ['prometheus_data:/prometheus'],
        },
        grafana: {
          build: { context: './grafana', dockerfile: 'dockerfile' },
          ports: ['3000:3000'],
          environment: {
            GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER:-admin}',
            GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD:-admin}',
          },
          volumes: ['grafana_data:/var/lib/grafana'],
        },
      },
      volumes: { prometheus_data: {}, grafana_data: {} },
    });
    expect(read('prometheus/dockerfile')).toContain('FROM prom/prometheus:v3.2.1\n');
    expect(read('grafana/dockerfile')).toContain('FROM grafana/grafana-oss:11.5.2\n');
  });
});

describe('the image of Prometheus', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dashc-flashcastr-'));
    cpSync(join(build, 'prometheus'), join(folder, 'prometheus'), { recursive: true });
    mkdirSync(join(folder, 'bin'));
    // Prints the configuration that it is started with.
    const prometheus = '#!/bin/sh\ncat "${1#*=}"\n';
    writeFileSync(join(folder, 'bin/prometheus'), prometheus, { mode: 0o755 });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const started = (...variables: readonly string[]) =>
    runTool('/usr/bin/env', [
      ...['-i', `PATH=${join(folder, 'bin')}:/usr/bin:/bin`, ...variables],
      ...['sh', join(folder, 'prometheus/entrypoint.sh')],
    ]);

  it('runs the entrypoint', () => {
    expect(read('prometheus/dockerfile')).toContain(
      'COPY prom.yml /etc/prometheus/prom.yml\nCOPY entrypoint.sh /etc/prometheus/entrypoint.sh\n',
    );
    expect(read('prometheus/dockerfile')).toContain(
      'ENTRYPOINT ["/bin/sh","/etc/prometheus/entrypoint.sh"]\n',
    );
  });

  it.each([
    ['producer.railway.internal:9090', 'consumer.flashcastr.app'],
    ['10.0.0.7:9100', 'consumer.example.org:8443'],
  ])('scrapes %s and %s where the environment says so', async (bot, consumer) => {
    const { exitCode, stdout } = await started(
      `INVADERS_BOT_TARGET=${bot}`,
      `INVADERS_CONSUMER_TARGET=${consumer}`,
    );
    expect(exitCode).toBe(0);
    expect(parseYaml(stdout)).toMatchObject({
      scrape_configs: [
        { job_name: 'prometheus' },
        { job_name: 'invaders-bot', static_configs: [{ targets: [bot] }] },
        { job_name: 'invaders-consumer', static_configs: [{ targets: [consumer] }] },
      ],
    });
  });

  it('does not start without a target, which would be scraped as nothing', async () => {
    const { exitCode, stdout, stderr } = await started('INVADERS_BOT_TARGET=producer:9090');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('INVADERS_CONSUMER_TARGET is empty');
  });
});

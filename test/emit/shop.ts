import { any, defineStack } from '../../lib/catalog/index.ts';
import {
  alert,
  constant,
  dashboard,
  defineSystem,
  given,
  type Loaded,
  missing,
  type Project,
  record,
  rising,
  row,
  type RuleGroup,
  ruleGroup,
  type System,
  timeseries,
} from '../../lib/model/index.ts';
import { defineCatalog, seriesOf } from '../../lib/promql/index.ts';

/** A small system that uses everything the targets know: images of its own, variables, recording rules. */

export const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  environment: {
    API_TARGET: { help: 'Host and port of the API.', example: 'api.internal:8080' },
    PROMETHEUS_URL: {
      help: 'Where Grafana reaches Prometheus.',
      default: 'http://prometheus:9090',
    },
    PUSH_URL: { help: 'Where samples are sent as well.', optional: true },
    PUSH_PASSWORD: { help: 'Password for that.', optional: true, secret: true },
    GF_SECURITY_ADMIN_PASSWORD: {
      help: "Password of Grafana's administrator.",
      default: 'admin',
      secret: true,
    },
  },
  prometheus: {
    version: '3.2.1',
    dockerfile: 'prometheus/Dockerfile',
    configFile: 'prometheus/prom.yml',
    retention: { time: '30d', size: '10GB' },
    externalLabels: { cluster: 'production' },
    remoteWrite: [
      {
        url: '${PUSH_URL}',
        basicAuth: { username: 'shop', password: '${PUSH_PASSWORD}' },
        when: 'PUSH_URL',
      },
    ],
    port: 9090,
    volume: 'prometheus_data',
  },
  jobs: {
    prometheus: { targets: ['localhost:9090'], interval: '1m' },
    api: {
      targets: ['${API_TARGET}'],
      labels: { tier: 'web' },
      scheme: 'https',
      metricRelabel: [
        {
          sourceLabels: ['__name__'],
          regex: 'app_(http_.+)',
          targetLabel: '__name__',
          replacement: '$1',
        },
      ],
    },
  },
  datasources: [
    {
      uid: 'shop_prometheus',
      name: 'Prometheus',
      type: 'prometheus',
      url: '${PROMETHEUS_URL}',
      default: true,
    },
    {
      uid: 'shop_loki',
      name: 'Loki',
      type: 'loki',
      url: 'http://loki:3100',
      jsonData: { derivedFields: [{ name: 'price', matcherRegex: '$(\\d+)' }] },
    },
  ],
  grafana: {
    image: 'grafana/grafana-oss:11.5.2',
    dockerfile: 'grafana/Dockerfile',
    folder: 'Shop',
    folderUid: 'shop',
    url: 'http://localhost:3000',
    environment: {
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}',
      GF_USERS_ALLOW_SIGN_UP: 'false',
    },
    port: 3000,
    volume: 'grafana_data',
  },
  compose: {},
});

const api = defineCatalog(stack.jobs.api, {
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    labels: { code: ['200', '500'], route: any },
  },
  orders_waiting: {
    kind: 'gauge',
    unit: 'orders',
    help: 'Orders that wait.',
    labels: { queue: ['mail', 'print'] },
  },
  request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Duration of a request.',
    buckets: [0.1, 0.5, 1],
  },
});
const scrape = defineCatalog([stack.jobs.prometheus, stack.jobs.api], {
  up: { kind: 'gauge', unit: 'state', help: 'Whether the last scrape succeeded.', range: [0, 1] },
});
export const m = { ...api.m, ...scrape.m };

const runbook = {
  meaning: 'Orders | wait.',
  impact: 'Customers wait too.',
  diagnosis: ['Look at the queue.', 'Look at the worker:\nis it up?'],
  mitigation: ['Restart the worker.'],
};

export const targetDown = alert({
  name: 'ShopTargetDown',
  expr: m.up.eq(0),
  for: '2m',
  severity: 'critical',
  labels: { notify_sms: 'true' },
  summary: '{{ $labels.job }} cannot be scraped',
  description: 'Prometheus has had no answer for two minutes.',
  runbook,
  cases: [
    {
      name: 'fires after two minutes',
      given: [
        given(m.up, { job: 'api' }, constant(0)),
        given(m.up, { job: 'prometheus' }, constant(1)),
      ],
      at: '2m',
      fires: [
        {
          labels: { job: 'api', instance: 'instance' },
          summary: 'api cannot be scraped',
        },
      ],
    },
    {
      name: 'is quiet a minute before',
      given: [given(m.up, { job: 'api' }, constant(1).lasting('5m').then(constant(0)))],
      at: '6m',
    },
    {
      name: 'is quiet without the target',
      given: [given(m.up, { job: 'api' }, missing())],
      at: '6m',
    },
  ],
});

export const errorShare = record({
  name: 'route:request_errors:share5m',
  expr: m.requests_total
    .where({ code: '500' })
    .rate('5m')
    .sumBy('route')
    .div(m.requests_total.rate('5m').sumBy('route')),
});

export const tooManyErrors = alert({
  name: 'ShopTooManyErrors',
  expr: seriesOf<'route'>(errorShare.name).gt(0.05),
  for: '5m',
  severity: 'warning',
  summary: 'Requests to {{ $labels.route }} fail',
  description: '{{ $value | humanizePercentage }} of them over five minutes.',
  runbook,
  cases: [
    {
      name: 'fires at a tenth',
      given: [
        given(m.requests_total, { code: '200', route: '/pay' }, rising(9)),
        given(m.requests_total, { code: '500', route: '/pay' }, rising(1)),
      ],
      at: '15m',
      fires: [
        {
          labels: { route: '/pay' },
          summary: 'Requests to /pay fail',
          description: '10% of them over five minutes.',
        },
      ],
    },
    {
      name: 'is quiet at a twentieth',
      given: [
        given(m.requests_total, { code: '200', route: '/pay' }, rising(19)),
        given(m.requests_total, { code: '500', route: '/pay' }, rising(1)),
      ],
      at: '15m',
    },
  ],
});

export const tooManyWaiting = alert({
  name: 'ShopTooManyWaiting',
  expr: m.orders_waiting.minOverTime('2m').gt(1000),
  severity: 'info',
  summary: 'Orders pile up',
  description: 'More than a thousand wait.',
  runbook,
  cases: [
    {
      name: 'fires above a thousand',
      given: [given(m.orders_waiting, { queue: 'print' }, constant(1001))],
      at: '5m',
      fires: [{ labels: { job: 'api', instance: 'instance', tier: 'web', queue: 'print' } }],
    },
    {
      name: 'is quiet at a thousand',
      given: [given(m.orders_waiting, { queue: 'print' }, constant(1000))],
      at: '5m',
    },
  ],
});

const orders = dashboard({
  uid: 'shop-orders',
  title: 'Orders',
  rows: [row('Queue', [timeseries('Orders waiting', 'Orders that wait.').alert(tooManyWaiting)])],
});

export function loadedGroup(name: string, value: RuleGroup): Loaded<RuleGroup> {
  return { value, name, file: `alerts/shop/${name}.ts` };
}

const { metrics } = defineSystem({ stack, catalogs: [api, scrape] });

export const shop: System = {
  name: 'shop',
  stack,
  metrics,
  dashboards: [{ value: orders, name: 'orders', file: 'dashboards/shop/orders.ts' }],
  groups: [
    loadedGroup('availability', ruleGroup('shop-availability', [targetDown])),
    loadedGroup('errors', ruleGroup('shop-errors', [tooManyErrors], { interval: '30s' })),
    loadedGroup('queues', ruleGroup('shop-queues', [tooManyWaiting])),
    loadedGroup('recording', ruleGroup('shop-recording', [errorShare])),
  ],
};

/** The same content with settings that keep everything out of images: files are mounted, nothing has a variable. */
export const mounted: System = {
  ...shop,
  stack: defineStack({
    name: 'shop',
    title: 'Shop',
    prometheus: {
      version: '2.53.0',
      configFile: 'prometheus.yml',
      rulesFile: 'alerts.yml',
      evaluationInterval: '30s',
      volume: 'prometheus-data',
      flags: ['--web.enable-lifecycle'],
    },
    jobs: {
      prometheus: { targets: ['localhost:9090'] },
      api: { targets: ['api:3000'], labels: { tier: 'web' } },
    },
    datasources: [
      { uid: 'shop-prom', name: 'Prometheus', type: 'prometheus', url: 'http://prometheus:9090' },
    ],
    grafana: {
      image: 'grafana/grafana:10.4.2',
      folder: 'Shop',
      dashboardsPath: 'grafana/provisioning/dashboards',
      port: '127.0.0.1:3001',
    },
    compose: {
      file: 'deploy/docker-compose.yml',
      network: { name: 'shop-net', external: true },
      services: {
        'postgres-exporter': {
          image: 'quay.io/prometheuscommunity/postgres-exporter:v0.15.0',
          command: ['--collector.stat_statements', '--extend=$HOME'],
          environment: { DATA_SOURCE_NAME: '${POSTGRES_DSN}' },
          volumes: ['exporter-data:/data', '/:/host:ro'],
          ports: ['9187:9187'],
          dependsOn: ['prometheus'],
        },
      },
    },
    environment: { POSTGRES_DSN: { help: 'Connection of the exporter.', secret: true } },
    runbookUrl: 'https://example.com/RUNBOOK.md',
  }),
};

export const project: Project = { systems: [shop] };

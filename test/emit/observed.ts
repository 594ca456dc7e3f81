import { defineStack, type StackSpec } from '../../lib/catalog/index.ts';
import type { System } from '../../lib/model/index.ts';
import { shop } from './shop.ts';

/** The shop with everything around Prometheus and Grafana: who is told, the logs, a collector. */

const spec = {
  name: 'shop',
  title: 'Shop',
  environment: {
    API_TARGET: { help: 'Host and port of the API.', default: 'api:8080' },
    API_TOKEN: { help: 'Token for its metrics.', secret: true },
    PUSH_HOST: { help: 'Where samples are sent as well.' },
    PUSH_PASSWORD: { help: 'Password for that.', secret: true },
    SLACK_URL: { help: 'Webhook of Slack.', secret: true },
    SMTP_PASSWORD: { help: 'Password at the mail server.', secret: true },
    PAGER_KEY: { help: 'Integration key of PagerDuty.', secret: true, optional: true },
    LOG_DIR: { help: 'Folder with logs.', default: './logs' },
  },
  prometheus: {
    version: '3.2.1',
    scrapeTimeout: '10s',
    externalLabels: { cluster: 'production' },
    remoteWrite: [
      {
        url: 'https://${PUSH_HOST}/push',
        basicAuth: { username: 'shop', password: '${PUSH_PASSWORD}' },
      },
      { url: 'http://mimir:8080/push', bearerToken: '${API_TOKEN}' },
    ],
  },
  jobs: {
    api: {
      targets: ['${API_TARGET}', 'api-2:8080'],
      labels: { tier: 'web' },
      scheme: 'https',
      path: '/metrics',
      bearerToken: '${API_TOKEN}',
      relabel: [{ targetLabel: 'instance', replacement: 'api' }],
      metricRelabel: [{ sourceLabels: ['__name__'], regex: 'go_.+', action: 'drop' }],
    },
    'api-2': { targets: ['a:1'], interval: '1m', params: { module: ['http_2xx'] } },
    api_2: { targets: ['b:1'] },
  },
  datasources: [],
  grafana: { image: 'grafana/grafana:11.5.2', folder: 'Shop' },
  alertmanager: {
    version: '0.27.0',
    port: '127.0.0.1:9093',
    volume: 'alertmanager-data',
    flags: ['--web.external-url=http://localhost:9093'],
    route: {
      receiver: 'team',
      groupBy: ['alertname'],
      groupWait: '10s',
      routes: [
        { match: { notify_sms: 'true' }, receiver: 'gateway', continue: true },
        {
          match: { severity: 'critical' },
          receiver: 'on-call',
          repeatInterval: '1h',
          routes: [{ match: { job: ['api', 'a.b'], route: { op: '!~', values: ['/"x"'] } } }],
        },
        { match: { severity: ['warning'] } },
      ],
    },
    inhibit: [
      {
        source: { severity: 'critical' },
        target: { severity: { op: '!=', values: ['critical'] } },
        equal: ['job'],
      },
    ],
    receivers: {
      team: {
        slack: {
          apiUrl: '${SLACK_URL}',
          channel: '#shop',
          title: '{{ .GroupLabels.alertname }}',
          text: '{{ template "shop.text" . }}',
          sendResolved: true,
        },
      },
      'on-call': {
        email: {
          to: 'on-call@example.com',
          from: 'shop@example.com',
          smarthost: 'smtp.example.com:587',
          auth: { username: 'shop', password: '${SMTP_PASSWORD}' },
          headers: { Subject: '{{ .CommonAnnotations.summary }}' },
        },
        pagerduty: { routingKey: '${PAGER_KEY}', severity: 'critical', when: 'PAGER_KEY' },
      },
      gateway: {
        webhook: { url: 'https://sms.example.com', bearerToken: '${API_TOKEN}', maxAlerts: 3 },
      },
    },
    templates: { shop: '{{ define "shop.text" }}{{ .Status }}{{ end }}' },
  },
  loki: { version: '3.4.2', retention: '30d', port: 3100, volume: 'loki-data' },
  promtail: {
    version: '3.4.2',
    volumes: ['${LOG_DIR}:/logs:ro'],
    volume: 'promtail-data',
    sources: {
      app: {
        path: '/logs/*.log',
        labels: { env: 'production' },
        stages: [
          { json: { level: 'level', at: 'time', message: 'msg' } },
          { labels: ['level'] },
          { timestamp: { source: 'at', format: 'RFC3339' } },
          { output: 'message' },
        ],
      },
      docker: { path: '/docker/*/*.log', stages: [{ docker: true }] },
      postgres: {
        path: '/postgres/*.log',
        stages: [
          { multiline: { firstLine: '^\\d{4}-', maxWait: '3s', maxLines: 100 } },
          { regex: 'duration: (?P<ms>[0-9.]+) ms' },
        ],
      },
      plain: { path: '/plain/*.log' },
    },
  },
  alloy: { version: '1.5.0', port: 12345, volume: 'alloy-data' },
  compose: {},
} as const satisfies StackSpec;

export const observed: System = { ...shop, stack: defineStack(spec) };

/** The same with other settings. */
export function observedWith(changes: Partial<StackSpec>): System {
  return { ...observed, stack: defineStack({ ...spec, ...changes }) };
}

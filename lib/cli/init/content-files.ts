/** The content of a new project: one system, one dashboard, one alert with its cases. */
export function contentFiles(name: string): readonly (readonly [string, string])[] {
  const title = name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
  const pascal = title.replaceAll(' ', '');
  const replace = (text: string) =>
    text.replaceAll('@name@', name).replaceAll('@title@', title).replaceAll('@Pascal@', pascal);
  return [
    [`systems/${name}/stack.ts`, replace(STACK)],
    [`systems/${name}/metrics.ts`, replace(METRICS)],
    [`systems/${name}/index.ts`, replace(INDEX)],
    [`dashboards/${name}/overview.ts`, replace(DASHBOARD)],
    [`alerts/${name}/requests.ts`, replace(ALERTS)],
  ];
}

const STACK = `import { defineStack } from 'dashc';

/** What is scraped, and the Prometheus and Grafana that run beside it. */
export const stack = defineStack({
  name: '@name@',
  title: '@title@',
  prometheus: { version: '3.2.1', port: 9090 },
  jobs: { app: { targets: ['app:8080'] } },
  datasources: [
    {
      uid: '@name@-prometheus',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
    },
  ],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: '@title@', port: 3000 },
  compose: {},
});
`;

const METRICS = `import { defineCatalog } from 'dashc';
import { stack } from './stack.ts';

/** What the application exposes. A metric that is not here cannot be queried. */
export const app = defineCatalog(stack.jobs.app, {
  http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'HTTP requests answered, by class of the status.',
    labels: { status: ['2xx', '3xx', '4xx', '5xx'] },
  },
  http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time to answer a request.',
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
  },
});

export const { m } = app;
`;

const INDEX = `import { defineSystem } from 'dashc';
import { app } from './metrics.ts';
import { stack } from './stack.ts';

export { m } from './metrics.ts';
export { stack } from './stack.ts';

export default defineSystem({ stack, catalogs: [app] });
`;

const DASHBOARD = `import { dashboard, datasourceVariable, row, timeseries } from 'dashc';
import { errorShare } from '../../alerts/@name@/requests.ts';
import { m } from '../../systems/@name@/index.ts';

export default dashboard({
  uid: '@name@-overview',
  title: '@title@ Overview',
  description: 'What is asked of it, what fails, and how long it takes.',
  tags: ['@name@'],
  variables: [
    datasourceVariable('datasource', 'prometheus', {
      label: 'Datasource',
      initial: '@name@-prometheus',
    }),
  ],
  rows: [
    row('Requests', [
      timeseries('Requests', 'Requests per second, by class of the status.').query(
        m.http_requests_total.rate().sumBy('status').legend('{{status}}'),
      ),
      timeseries('Server errors', 'Share of requests that end in 5xx.').alert(errorShare),
      timeseries('Latency', 'How long half and 95 % of the requests take at most.').query(
        m.http_request_duration_seconds.quantile(0.5).legend('p50'),
        m.http_request_duration_seconds.quantile(0.95).legend('p95'),
      ),
    ]),
  ],
});
`;

const ALERTS = `import { alert, given, rising, ruleGroup } from 'dashc';
import { m } from '../../systems/@name@/index.ts';

const requests = m.http_requests_total;

export const errorShare = alert({
  name: '@Pascal@ErrorShareHigh',
  expr: requests
    .where({ status: '5xx' })
    .rate('5m')
    .sum()
    .div(requests.rate('5m').sum())
    .gt(0.05),
  for: '5m',
  severity: 'critical',
  summary: 'More than 5 % of the requests fail',
  description: '{{ $value | humanizePercentage }} of the requests of the last 5 minutes ended in 5xx.',
  runbook: {
    meaning: 'The application answers too many requests with a server error.',
    impact: 'Users see errors.',
    diagnosis: ['Look at the log of the application for the first error.'],
    mitigation: ['Roll back the last deploy.'],
  },
  cases: [
    {
      name: 'fires when every tenth request fails',
      given: [
        given(requests, { status: '2xx' }, rising(9)),
        given(requests, { status: '5xx' }, rising(1)),
      ],
      at: '15m',
      fires: [{ description: '10% of the requests of the last 5 minutes ended in 5xx.' }],
    },
    {
      name: 'is quiet when one of a hundred fails',
      given: [
        given(requests, { status: '2xx' }, rising(99)),
        given(requests, { status: '5xx' }, rising(1)),
      ],
      at: '15m',
    },
  ],
});

export default ruleGroup('@name@-requests', [errorShare]);
`;

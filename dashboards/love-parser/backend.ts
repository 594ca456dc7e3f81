import {
  diskSpaceRunningLow,
  memoryUsageHigh,
} from '../../alerts/love-parser/production/dependencies.ts';
import { highErrorRate, highLatency } from '../../alerts/love-parser/production/http.ts';
import {
  byName,
  byRegex,
  dashboard,
  logql,
  logs,
  matches,
  row,
  stat,
  target,
  time,
  timeseries,
} from '../../lib/index.ts';
import { m, stack } from '../../systems/love-parser/index.ts';
import { hostRow } from '../shared/host-row.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { nodejsPanels } from '../shared/nodejs-panels.ts';
import { frame } from './parts/frame.ts';
import { upNow } from './parts/up-now.ts';

const requests = m.http_requests_total;
const serverErrors = requests.where({ status_code: matches('5..') });
const latency = m.http_request_duration_seconds;

const QUANTILES = [
  [0.5, 'p50'],
  [0.95, 'p95'],
  [0.99, 'p99'],
] as const;

const health = row(
  'Health',
  [
    upNow(
      'Targets',
      'Whether Prometheus reaches each of its targets. Where one is down, everything about it on these dashboards is blind.',
      m.up.minBy('job').legend('{{job}}'),
    ).width(10),
    stat(
      'Error ratio overall',
      'Share of requests that end in 5xx. 4xx does not count: bots and expired logins make it. Above 5 % for five minutes an alert fires.',
    )
      .query(
        serverErrors.rate().sum().orZero().div(requests.rate().sum().gt(0)).legend('Error ratio'),
      )
      .thresholds({ warning: 0.01, critical: 0.05 })
      .instant()
      .noValue('no traffic'),
    stat('Requests per second', 'Requests of all routes. A drop to nothing is an outage before it.')
      .query(requests.rate().sum().legend('Requests'))
      .color('blue'),
    stat('Active subscriptions', 'Subscriptions that are paid and not expired: who is affected.')
      .query(m.subscription_active_count.max().legend('Active subscriptions'))
      .decimals(0)
      .color('blue'),
    stat('Uptime', 'Time since the backend started; small after a crash or a deploy.')
      .query(time().sub(m.process_start_time_seconds.max()).legend('Uptime'))
      .color('green'),
  ],
  { height: 4 },
);

const http = row('Requests', [
  timeseries(
    'HTTP latency p50/p95/p99',
    'How long half, 95 % and 99 % of the requests take at most. All rise: a dependency or the host. Only p99 rises: some routes.',
  )
    .queries(QUANTILES.map(([q, name]) => latency.quantile(q).legend(name)))
    .min(0)
    .thresholds({ critical: 1 })
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Error rate per route',
    'Share of the requests of each route that end in 5xx. One route: its code. All routes: a dependency.',
  )
    .query(
      serverErrors
        .rate()
        .sumBy('route')
        .div(requests.rate().sumBy('route').gt(0))
        .legend('{{route}}'),
    )
    .min(0)
    .thresholds({ warning: 0.01, critical: 0.05 })
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Requests by outcome',
    'Requests per second. `client_error` is 4xx, `error` is 5xx or an exception. Many client errors at once: a bot, or a front end that is out of date.',
  )
    .query(requests.rate().sumBy('outcome').legend('{{outcome}}'))
    .unit('reqps')
    .min(0)
    .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE })
    .override(byName('success'), { color: 'green' })
    .override(byName('client_error'), { color: 'yellow' })
    .override(byName('error'), { color: 'red' }),
]);

const alerting = row('What the alerts watch', [
  timeseries(
    'Error ratio, 5 minutes',
    'Share of requests that end in 5xx, with the limit of the alert.',
  )
    .alert(highErrorRate, 'Error ratio')
    .min(0),
  timeseries('p95 latency, 5 minutes', 'With the limit of the alert.')
    .alert(highLatency, 'p95')
    .min(0),
]);

const connections = row('Connections', [
  timeseries(
    'DB connections',
    'Clients of the PostgreSQL pool that are checked out. At its size, requests wait: look for long transactions in Database Health.',
  )
    .query(
      m.database_connections_active.sumBy('instance').legend('In use {{instance}}'),
      m.database_connections_max.sumBy('instance').legend('Max {{instance}}'),
    )
    .unit('short')
    .min(0)
    .thresholds({ warning: 15, critical: 18 })
    .options({ legend: LEGEND_TABLE })
    .override(byRegex(/^Max /), { lineStyle: 'dash', color: 'gray' })
    .link('Database Health', '/d/love-database'),
  timeseries(
    'Redis connections',
    'Clients of the Redis pool in use, its size, and callers that wait for one. Waiters: a slow Redis, or a pool that is too small.',
  )
    .query(
      m.redis_connections_active.sumBy('instance').legend('In use {{instance}}'),
      m.redis_connections_capacity.sumBy('instance').legend('Capacity {{instance}}'),
      m.redis_pool_pending_requests.sumBy('instance').legend('Waiting {{instance}}'),
    )
    .unit('short')
    .min(0)
    .thresholds({ critical: 5 })
    .options({ legend: LEGEND_TABLE })
    .override(byRegex(/^Capacity /), { lineStyle: 'dash', color: 'gray' })
    .override(byRegex(/^Waiting /), { color: 'orange' })
    .link('Redis Health', '/d/love-redis'),
  timeseries(
    'Telegram calls and errors',
    'Calls to Telegram per second by method, and those that failed. Errors of one method: its limit. Of all: the session or the network.',
  )
    .query(
      m.telegram_api_calls_total.rate().sumBy('method').legend('{{method}}'),
      m.telegram_api_errors_total.rate().sumBy('method').legend('{{method}} errors'),
    )
    .unit('ops')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byRegex(/ errors$/), { lineStyle: 'dash' }),
]);

const { memory, cpu, eventLoopLag, gc } = nodejsPanels(stack.jobs.backend);
const process = row('Process', [memory, cpu, eventLoopLag, gc]);

const host = hostRow(stack.jobs['node-exporter'], {
  mountpoint: '/',
  diskAlert: diskSpaceRunningLow,
  memoryAlert: memoryUsageHigh,
});

const logLines = row(
  'Logs',
  [
    timeseries(
      'Log lines by level',
      'Lines that the backend wrote in each step of the graph. A step up in errors is often the moment at which an incident began.',
    )
      .query(
        target(logql('sum by (level) (count_over_time({job="backend-winston"}[$__interval]))'), {
          legend: '{{level}}',
        }),
      )
      .unit('short')
      .min(0)
      .options({ draw: 'bars', stack: 'normal', fill: 60, legend: LEGEND_TABLE })
      .override(byName('error'), { color: 'red' })
      .override(byName('warn'), { color: 'orange' })
      .override(byName('info'), { color: 'green' }),
    logs('Errors', 'Lines of the backend at level error, the newest first.')
      .query(logql('{job="backend-winston", level="error"}'))
      .options({ showTime: true, wrapLines: true, prettify: true }),
  ],
  { collapsed: true, height: 10 },
);

export default dashboard({
  ...frame,
  uid: 'love-backend',
  title: 'Backend Observability',
  description:
    'The Fastify backend: are users served, how fast, what holds it up, and does the host have room.',
  rows: [health, http, alerting, connections, process, host, logLines],
});

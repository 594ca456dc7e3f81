import { highErrorRate, highLatency } from '../../alerts/fluxbase/application.ts';
import {
  byName,
  dashboard,
  gauge,
  matches,
  number,
  row,
  stat,
  steps,
  timeseries,
} from '../../lib/index.ts';
import { m, stack } from '../../systems/fluxbase/index.ts';
import { goPanels } from '../shared/go-panels.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { postgresPanels } from '../shared/postgres-panels.ts';
import { customRow } from './parts/custom-row.ts';
import { frame } from './parts/frame.ts';
import { longRangeRow } from './parts/long-range-row.ts';
import { byStatus } from './parts/status-colors.ts';

const requests = m.http_requests_total;
const failed = requests.where({ status: matches('5..') });
const duration = m.http_request_duration_seconds;

const health = row(
  'Health',
  [
    stat('Request rate', 'Requests answered per second. Nothing at all: look at NGINX first.')
      .query(requests.rate().sum().legend('Requests'))
      .color('blue'),
    stat(
      'p95 latency',
      'One request in twenty takes longer. Red: open the row "Latency" and find the endpoint.',
    )
      .query(duration.quantile(0.95).mul(1000).legend('p95'))
      .unit('ms')
      .thresholds(
        steps([
          { from: 200, color: 'yellow' },
          { from: 500, color: 'red' },
        ]),
      ),
    gauge(
      'Success rate',
      'Share of requests without a server error (5xx). Redirects and refused requests are no failures of Fluxbase.',
    )
      .query(
        number(1)
          .sub(failed.rate().sum().orZero().div(requests.rate().sum().gt(0)))
          .legend('Success rate'),
      )
      .unit('percentunit')
      .min(0)
      .max(1)
      .thresholds(
        steps([{ color: 'red' }, { from: 0.95, color: 'yellow' }, { from: 0.99, color: 'green' }]),
      )
      .noValue('no requests'),
    stat(
      'Active database connections',
      'Sessions of the database. A number that only grows: connections leak. Database Metrics says what they do.',
    )
      .query(
        m.pg_stat_database_numbackends.where({ datname: 'fluxbase' }).sum().legend('Connections'),
      )
      .color('blue'),
    stat('Uptime', 'Age of the application; small after a crash or a deploy.')
      .query(m.fluxbase_system_uptime_seconds.max().legend('Uptime'))
      .color('green')
      .options({ graphMode: 'none' }),
  ],
  { height: 5 },
);

const traffic = row('Requests', [
  timeseries(
    'Requests by endpoint',
    'The 15 endpoints with the most requests. One that jumps alone: a client in a loop.',
  )
    .query(requests.rate().sumBy('method', 'path').topk(15).legend('{{method}} {{path}}'))
    .min(0)
    .options({ legend: { ...LEGEND_TABLE, placement: 'right' } })
    .width(11),
  byStatus(
    timeseries(
      'Status codes',
      'Requests by class of the status. A band of 5xx is ours to repair; 4xx are clients that ask for what they may not have.',
    )
      .query(requests.rate().sumBy('status').legend('{{status}}'))
      .min(0)
      .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE }),
  ).width(7),
  timeseries(
    'Server-error share, 5 minutes',
    'What the alert on errors watches: share of requests that end in 5xx, with its limit. Nothing is drawn without traffic.',
  )
    .alert(highErrorRate, 'Server errors')
    .unit('percentunit')
    .min(0)
    .width(6),
]);

const latency = row('Latency', [
  timeseries(
    'Latency',
    'Half of the requests are faster than p50, all but one in a hundred faster than p99. The line is the limit of the alert.',
  )
    .query(
      duration.quantile(0.5).legend('p50'),
      duration.quantile(0.95).legend('p95'),
      duration.quantile(0.99).legend('p99'),
    )
    .alert(highLatency, 'p95, 5 minutes')
    .unit('s')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byName('p95, 5 minutes'), { lineStyle: 'dash' }),
  timeseries(
    'Latency by endpoint',
    'p95 of the ten slowest endpoints. All of them: the database or the host. One of them: its query.',
  )
    .query(
      duration
        .quantile(0.95, { by: ['path'] })
        .topk(10)
        .legend('{{path}}'),
    )
    .unit('s')
    .min(0)
    .options({ legend: { ...LEGEND_TABLE, placement: 'right' } }),
]);

const { memory, cpu, goroutines, gc } = goPanels(stack.jobs.fluxbase);

const load = row('Load', [
  postgresPanels(stack.jobs.postgres, 'fluxbase').transactions,
  timeseries(
    'Requests in flight',
    'Requests that are being served. It rises with traffic, or when answers wait for something: compare with the latency.',
  )
    .query(m.http_requests_in_flight.sumBy('instance').legend('{{instance}}'))
    .unit('short')
    .min(0),
  timeseries(
    'Body sizes p95',
    'Size that one body in twenty exceeds. Large answers: a query without a limit. Large requests: uploads.',
  )
    .query(
      m.http_request_size_bytes.quantile(0.95).legend('Requests'),
      m.http_response_size_bytes.quantile(0.95).legend('Answers'),
    )
    .unit('bytes')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

export default dashboard({
  ...frame,
  uid: 'fluxbase-overview',
  title: 'Fluxbase - Application Overview',
  description:
    'Are requests answered, well and fast; which are not; and what the process needs for it. Read from top to bottom.',
  rows: [
    health,
    traffic,
    latency,
    load,
    row('Process', [memory, cpu, goroutines, gc]),
    longRangeRow,
    customRow,
  ],
});

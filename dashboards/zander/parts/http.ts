import { below, byName, row, timeseries } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { LEGEND_TABLE } from '../../shared/legend-table.ts';

/** Requests besides the streams. A request whose route is unknown has the handler `none`. */
export const http = row('HTTP', [
  timeseries(
    'Requests per second',
    'Requests by method and route. A route that nobody should use so often: a client that polls, or somebody who tries doors.',
  )
    .query(m.http_requests_total.rate().sumBy('method', 'handler').legend('{{method}} {{handler}}'))
    .unit('reqps')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .width(12),
  timeseries(
    'HTTP status classes',
    'Requests by class of their status. 5xx: the server is at fault, look at its log; 4xx: clients are, often with an old key.',
  )
    .query(m.http_requests_total.rate().sumBy('status').legend('{{status}}'))
    .unit('reqps')
    .min(0)
    .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE })
    .override(byName('2xx'), { color: 'green' })
    .override(byName('3xx'), { color: 'blue' })
    .override(byName('4xx'), { color: 'yellow' })
    .override(byName('5xx'), { color: 'red' })
    .width(12),
  timeseries(
    'HTTP latency p95',
    'One request in twenty takes longer. Of all routes together: only this histogram is fine enough, and it has no labels. Up while no route below 0.5 s changes: something blocks the event loop.',
  )
    .query(m.http_request_duration_highr_seconds.quantile(0.95).legend('p95'))
    .unit('s')
    .min(0)
    .thresholds({ warning: 0.5, critical: 1 })
    .width(12),
  timeseries(
    'Share of requests under 0.5 s',
    'Share of the requests to each route that took at most half a second. The lowest line is the route to look at.',
  )
    .query(
      m.http_request_duration_seconds
        .share(0.5, { by: ['handler'] })
        .legend('{{handler}} under 0.5s'),
    )
    .unit('percentunit')
    .min(0)
    .max(1)
    .thresholds(below({ warning: 0.95, critical: 0.9 }))
    .options({ legend: LEGEND_TABLE })
    .width(12),
  timeseries(
    'In-flight requests',
    'Requests that are being served. A slope that never comes down: something hangs. No data: the instrumentator counts them only when told to (`should_instrument_requests_inprogress`).',
  )
    .query(m.http_requests_inprogress.or(m.http_requests_in_progress).sum().legend('In flight'))
    .unit('short')
    .min(0)
    .decimals(0)
    .noValue('not switched on')
    .width(12),
  timeseries(
    'Body sizes',
    'Mean size of request and response bodies, by route. A response that grows over weeks wants pages.',
  )
    .query(
      m.http_request_size_bytes.mean({ by: ['handler'] }).legend('{{handler}} request'),
      m.http_response_size_bytes.mean({ by: ['handler'] }).legend('{{handler}} response'),
    )
    .unit('bytes')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .width(12),
]);

import { runnerDown } from '../../alerts/beacon/availability.ts';
import {
  highJobFailureRate,
  jobsStuckInQueue,
  oldUnpublishedJobs,
} from '../../alerts/beacon/jobs.ts';
import { highExecutionLatency, highHttpLatency } from '../../alerts/beacon/latency.ts';
import { lowNegotiationSuccess, noOffersAvailable } from '../../alerts/beacon/negotiation.ts';
import { highMemory, tooManyGoroutines } from '../../alerts/beacon/resources.ts';
import {
  annotation,
  below,
  byName,
  byRegex,
  dashboard,
  datasourceVariable,
  matches,
  row,
  stat,
  steps,
  time,
  timeseries,
} from '../../lib/index.ts';
import { m } from '../../systems/beacon/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { UP_OR_DOWN } from '../shared/up-or-down.ts';

const started = m.process_start_time_seconds;
const requests = m.http_requests_total;
const executions = m.runner_execution_duration_seconds;

const health = stat(
  'System health overview',
  'Whether the runner answers, how long it has run, and how often it started in the time range. DOWN explains every empty panel below; more than one start without a deploy is a crash loop: read its log.',
)
  .query(
    m.up.max().legend('Runner'),
    time().sub(started).max().legend('Uptime'),
    started.changes('$__range').sum().legend('Restarts'),
  )
  .linkedFrom(runnerDown)
  .unit('none')
  .noValue('not scraped')
  .options({ colorMode: 'background', graphMode: 'none' })
  .override(byName('Runner'), { mappings: [UP_OR_DOWN] })
  .override(byName('Uptime'), {
    unit: 's',
    thresholds: steps([{ color: 'orange' }, { from: 300, color: 'green' }]),
  })
  .override(byName('Restarts'), { decimals: 0, thresholds: { warning: 1 } });

const jobs = timeseries(
  'Job processing rates',
  'Jobs per minute. Processed far below enqueued: see the queue. Failed rises: see the failures beside this panel. Retried stays zero as long as the runner does not count retries.',
)
  .query(
    m.jobs_enqueued_total.rate().sum().mul(60).legend('Enqueued'),
    m.jobs_processed_total.rate().sum().mul(60).legend('Processed'),
    m.jobs_failed_total.rate().sum().mul(60).legend('Failed'),
    m.jobs_retried_total.rate().sum().mul(60).legend('Retried'),
  )
  .unit('cpm')
  .min(0)
  .options({ legend: LEGEND_TABLE })
  .override(byName('Enqueued'), { color: 'blue' })
  .override(byName('Processed'), { color: 'green' })
  .override(byName('Failed'), { color: 'red' })
  .override(byName('Retried'), { color: 'orange' });

const failures = timeseries(
  'Error rates and failure analysis',
  'Right: share of ended jobs that failed, red from 10 %, and of requests answered with 5xx. Left: what fails, per minute. Failures in one region point to its providers, outbox errors to Redis, dropped messages to clients that do not keep up.',
)
  .query(
    m.jobs_failed_total
      .rate()
      .sum()
      .div(m.jobs_failed_total.rate().sum().add(m.jobs_processed_total.rate().sum()).gt(0))
      .legend('Job failure share'),
    requests
      .where({ status: matches('5..') })
      .rate()
      .sum()
      .orZero()
      .div(requests.rate().sum().gt(0))
      .legend('HTTP 5xx share'),
    m.runner_failures_total
      .rate()
      .sumBy('region', 'error_type')
      .mul(60)
      .legend('{{region}} {{error_type}}'),
    m.outbox_publish_errors_total.rate().sum().mul(60).legend('Outbox errors'),
    m.websocket_messages_dropped_total.rate().sum().mul(60).legend('Dropped messages'),
  )
  .linkedFrom(highJobFailureRate)
  .unit('cpm')
  .min(0)
  .options({ legend: LEGEND_TABLE, axis: { label: 'per minute' } })
  .override(byRegex(/ share$/), {
    unit: 'percentunit',
    lineWidth: 2,
    axis: { placement: 'right', label: 'share' },
  })
  .override(byName('Job failure share'), {
    color: 'red',
    thresholds: { critical: 0.1 },
    thresholdsStyle: 'line',
  });

const queue = timeseries(
  'Queue health',
  'Left: jobs in the outbox that are not published, red from 10. Right: age of the oldest, red from five minutes, and how long jobs wait for a worker. Both rise: nothing is published, look at Redis. Waits of more than 10 s read 10 s: the buckets end there.',
)
  .alert(jobsStuckInQueue, 'Unpublished')
  .alert(oldUnpublishedJobs, 'Oldest age')
  .query(m.runner_queue_latency_seconds.quantile(0.95).legend('Queue latency p95'))
  .unit('short')
  .min(0)
  .thresholds({ critical: 10 })
  .options({ legend: LEGEND_TABLE, axis: { label: 'jobs' } })
  .override(byName('Oldest age'), {
    unit: 's',
    thresholds: { critical: 300 },
    axis: { placement: 'right', label: 'time' },
  })
  .override(byName('Queue latency p95'), {
    unit: 's',
    thresholdsStyle: 'off',
    axis: { placement: 'right', label: 'time' },
  });

const http = timeseries(
  'HTTP request latency percentiles',
  'Over all paths. All three rise: the runner or its database is slow. Only p99: a few requests are. Red from two seconds, which p95 must not pass.',
)
  .query(
    m.http_request_duration_seconds.quantile(0.5).legend('p50'),
    m.http_request_duration_seconds.quantile(0.95).legend('p95'),
    m.http_request_duration_seconds.quantile(0.99).legend('p99'),
  )
  .linkedFrom(highHttpLatency)
  .min(0)
  .thresholds({ critical: 2 })
  .options({ legend: LEGEND_TABLE });

const execution = timeseries(
  'Execution duration by region',
  'p95 (dashed) stops at 10 s, the last bucket of the runner: above that only the mean tells. One slow region points to its providers, all of them to the runner or the model. An alert fires from 300 s.',
)
  .query(
    executions.quantile(0.95, { by: ['region'] }).legend('{{region}} p95'),
    executions.mean({ by: ['region'] }).legend('{{region}} mean'),
  )
  .linkedFrom(highExecutionLatency)
  .min(0)
  .thresholds({ warning: 300 })
  .options({ legend: LEGEND_TABLE })
  .override(byRegex(/ p95$/), { lineStyle: 'dash' });

const negotiation = timeseries(
  'Golem negotiation',
  'Left: offers seen and probes that passed and failed, per minute. Right: share of probes that passed within ten minutes, red below 70 %. No offers while jobs are enqueued: the connection to Golem, or there are no providers.',
)
  .query(
    m.negotiation_offers_seen_total.rate().sumBy('region').mul(60).legend('{{region}} offers'),
    m.negotiation_probes_passed_total.rate().sumBy('region').mul(60).legend('{{region}} passed'),
    m.negotiation_probes_failed_total.rate().sumBy('region').mul(60).legend('{{region}} failed'),
  )
  .alert(lowNegotiationSuccess, '{{region}} success share')
  .linkedFrom(noOffersAvailable)
  .unit('cpm')
  .min(0)
  // Of the shares alone: the other series have no limit.
  .options({ legend: LEGEND_TABLE, axis: { label: 'per minute' }, thresholdsStyle: 'off' })
  .override(byRegex(/ success share$/), {
    unit: 'percentunit',
    max: 1,
    thresholds: below({ critical: 0.7 }),
    thresholdsStyle: 'line',
    lineWidth: 2,
    axis: { placement: 'right', label: 'share' },
  });

const resources = timeseries(
  'Resource usage',
  'Left: heap, red from 512 MiB of the 1 GB that the machine has. Right: goroutines, red from 100, and WebSocket clients. Goroutines that rise without clients are a leak: they wait for something that does not come.',
)
  .alert(highMemory, 'Memory {{instance}}')
  .alert(tooManyGoroutines, 'Goroutines {{instance}}')
  .query(m.websocket_connections.sum().legend('WebSocket clients'))
  .unit('bytes')
  .min(0)
  .thresholds({ critical: 512 * 1024 * 1024 })
  .options({ legend: LEGEND_TABLE, axis: { label: 'heap' } })
  .override(byRegex(/^Goroutines /), {
    unit: 'short',
    thresholds: { critical: 100 },
    axis: { placement: 'right', label: 'count' },
  })
  .override(byName('WebSocket clients'), {
    unit: 'short',
    thresholdsStyle: 'off',
    axis: { placement: 'right', label: 'count' },
  });

export default dashboard({
  uid: 'beacon-runner',
  title: 'Project Beacon Runner',
  description:
    'Is the runner up, do jobs end well, and if not: is it the queue, the API, the executions, Golem, or the machine. Read from top to bottom.',
  tags: ['beacon', 'runner', 'golem', 'ipfs'],
  refresh: '30s',
  time: '1h',
  cursor: 'crosshair',
  variables: [
    datasourceVariable('datasource', 'prometheus', { label: 'Datasource', initial: 'beacon-prom' }),
  ],
  annotations: [
    annotation({
      name: 'Restarts',
      expr: started.changes('2m').gt(0),
      title: 'Runner restarted',
      color: 'orange',
    }),
  ],
  rows: [
    row('', [health], { height: 4 }),
    row('', [jobs, failures], { height: 9 }),
    row('', [queue, http], { height: 9 }),
    row('', [execution, negotiation], { height: 9 }),
    row('', [resources], { height: 9 }),
  ],
});

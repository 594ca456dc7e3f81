import { broadcastQueueStuck } from '../../alerts/love-parser/production/broadcast.ts';
import {
  barGauge,
  byName,
  byRegex,
  dashboard,
  heatmap,
  labelValues,
  organize,
  queryVariable,
  row,
  sortRows,
  stat,
  table,
  time,
  timeseries,
  valueMapping,
} from '../../lib/index.ts';
import { m } from '../../systems/love-parser/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { frame } from './parts/frame.ts';

const queue = queryVariable('queue', labelValues(m.job_queue_size, 'queue'), {
  label: 'Queue',
  description: 'Type of job.',
  multi: true,
  includeAll: true,
  sort: 'asc',
});

const depth = m.job_queue_size.where({ queue });
const events = m.job_events_total.where({ queue });
const duration = m.job_duration_seconds.where({ queue });
const lastCompleted = m.job_queue_last_completed_timestamp.where({ queue }).gt(0).maxBy('queue');

const now = row(
  'Now',
  [
    stat('Jobs in queue', 'Jobs that wait, are delayed or run, by type, at this moment.')
      .query(depth.maxBy('queue').legend('{{queue}}'))
      .decimals(0)
      .color('blue')
      .width(8),
    stat(
      'Broadcast queue stuck',
      'What the alert watches: time since a broadcast job succeeded, while jobs wait for longer than half an hour. Follow the runbook; a campaign that is scheduled for later looks the same.',
    )
      .alert(broadcastQueueStuck, '{{queue}}')
      .instant()
      .thresholds({ critical: 1800 })
      .noValue('moving')
      .mayBeEmpty('It shows what fires.')
      .width(4),
    stat(
      'Last completion',
      'When a job of each type last succeeded. The start of the backend counts as one. Old is normal where nothing was due.',
    )
      .query(lastCompleted.mul(1000).legend('{{queue}}'))
      .instant()
      .unit('dateTimeFromNow')
      .color('blue')
      .noValue('never')
      .width(12),
  ],
  { height: 5 },
);

const flow = row('Depth and completion', [
  timeseries(
    'Queue depth',
    'Jobs that wait, are delayed or run. A line that only rises: the worker is paused, stuck or too slow.',
  )
    .query(depth.maxBy('queue').legend('{{queue}}'))
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .width(14),
  barGauge(
    'Time since last completion',
    'Red from half an hour on. Only together with a depth above zero is it a fault.',
  )
    .query(time().sub(lastCompleted).legend('{{queue}}'))
    .instant()
    .unit('s')
    .min(0)
    .thresholds({ critical: 1800 })
    .options({ orientation: 'horizontal', displayMode: 'basic' })
    .width(10),
]);

const results = row('Success and failure', [
  timeseries(
    'Jobs per minute by result',
    'Jobs that ended. Every failed attempt counts, so that a job which is retried fails several times.',
  )
    .query(events.rate().sumBy('queue', 'status').mul(60).legend('{{queue}} {{status}}'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byRegex(/ failed$/), { lineStyle: 'dash' }),
  timeseries(
    'Failed share',
    'Share of the attempts that failed. Nothing is drawn for a queue in which no job ended.',
  )
    .query(
      events
        .where({ status: 'failed' })
        .rate()
        .sumBy('queue')
        .div(events.rate().sumBy('queue').gt(0))
        .legend('{{queue}} failed share'),
    )
    .min(0)
    .max(1)
    .thresholds({ warning: 0.05, critical: 0.2 })
    .options({ legend: LEGEND_TABLE }),
]);

const durations = row('Duration', [
  heatmap(
    'Job duration',
    'How many jobs took how long. A second band above the first: some jobs wait for something.',
  )
    .query(duration.heatmap())
    .options({ cellUnit: 'short', color: { scheme: 'Blues' }, yHistogram: true }),
  timeseries(
    'Job duration p95 by queue',
    'One job in twenty takes longer. Above 300 s, the last bucket, it cannot rise.',
  )
    .query(duration.quantile(0.95, { by: ['queue'] }).legend('{{queue}} p95'))
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

const cron = row('Scheduled jobs', [
  table('Cron runs', 'Runs of every scheduled job by result, in the time range.')
    .query(
      m.cron_job_runs_total
        .increase('$__range')
        .sumBy('job_name', 'status')
        .legend('{{job_name}} {{status}}'),
    )
    .unit('short')
    .decimals(0)
    .transform(
      organize({
        hide: ['Time'],
        order: ['job_name', 'status', 'Value'],
        rename: { job_name: 'Job', status: 'Result', Value: 'Runs' },
      }),
      sortRows('Job'),
    )
    .override(byName('Result'), {
      cell: 'color-text',
      mappings: [valueMapping({ success: { color: 'green' }, failure: { color: 'red' } })],
    }),
  timeseries(
    'Cron duration p95',
    'One run in twenty takes longer, by job. A job that takes longer than its period overlaps itself.',
  )
    .query(
      m.cron_job_duration_seconds
        .quantile(0.95, { by: ['job_name'], range: '1h' })
        .legend('{{job_name}}'),
    )
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

export default dashboard({
  ...frame,
  uid: 'love-queues',
  title: 'Bull Queues',
  description:
    'Do jobs wait, do they finish, do they fail, how long do they take. Read from top to bottom.',
  variables: [queue],
  rows: [now, flow, results, durations, cron],
});

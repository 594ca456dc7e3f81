import { alert, constant, given, rising, ruleGroup } from '../../lib/index.ts';
import { m } from '../../systems/beacon/index.ts';

const processed = m.jobs_processed_total;
const failed = m.jobs_failed_total;
const unpublished = m.outbox_unpublished_count;
const oldest = m.outbox_oldest_unpublished_age_seconds;

const failedRate = failed.rate('5m').sum();

export const highJobFailureRate = alert({
  name: 'HighJobFailureRate',
  // Of the jobs that ended, not of those enqueued: they end later, and after the last one was enqueued.
  expr: failedRate.div(failedRate.add(processed.rate('5m').sum()).gt(0)).gt(0.1),
  for: '2m',
  severity: 'critical',
  summary: 'More than a tenth of jobs fail',
  description: '{{ $value | humanizePercentage }} of finished jobs failed over five minutes.',
  runbook: {
    meaning: 'Of the jobs that ended within five minutes, more than 10 % ended failed.',
    impact: 'Users get failed jobs, or wait longer for those that are tried again.',
    diagnosis: [
      'Error rates and failure analysis: which region and which `error_type` fails, and since when.',
      'One region only: look at Golem negotiation and Execution duration for it; providers may be gone or slow.',
      'All regions at once: suspect the runner itself, Redis, the database or the last deploy.',
      '`fly logs -a beacon-runner-production` around the first failure.',
    ],
    mitigation: [
      'Roll back the deploy that came just before the failures.',
      'If providers of a single region fail, stop sending jobs there until offers return.',
      'Submit the failed jobs again once the share is back under 10 %.',
    ],
  },
  cases: [
    {
      name: 'fires at 11 % for two minutes',
      given: [given(failed, {}, rising(11)), given(processed, {}, rising(89))],
      at: '3m',
      fires: [{ description: '11% of finished jobs failed over five minutes.' }],
    },
    {
      name: 'is quiet at exactly a tenth',
      given: [given(failed, {}, rising(1)), given(processed, {}, rising(9))],
      at: '20m',
    },
    {
      name: 'is quiet a minute early',
      given: [given(failed, {}, rising(11)), given(processed, {}, rising(89))],
      at: '2m',
    },
    {
      name: 'fires where jobs go on failing after the last one was enqueued',
      given: [
        given(m.jobs_enqueued_total, {}, constant(100)),
        given(failed, {}, rising(1)),
        given(processed, {}, constant(0)),
      ],
      at: '3m',
      fires: [{ description: '100% of finished jobs failed over five minutes.' }],
    },
    {
      name: 'is quiet while no job ends',
      given: [
        given(m.jobs_enqueued_total, {}, rising(1)),
        given(failed, {}, constant(7)),
        given(processed, {}, constant(0)),
      ],
      at: '20m',
    },
    {
      name: 'fires at 11 % of all instances together',
      given: [
        given(failed, { instance: 'first' }, rising(6)),
        given(failed, { instance: 'second' }, rising(5)),
        given(processed, { instance: 'first' }, rising(40)),
        given(processed, { instance: 'second' }, rising(49)),
      ],
      at: '3m',
      fires: [{ value: 0.11 }],
    },
  ],
});

export const jobsStuckInQueue = alert({
  name: 'JobsStuckInQueue',
  // Every instance reports the same rows of one database.
  expr: unpublished.max().gt(10),
  for: '5m',
  severity: 'warning',
  summary: 'Outbox is not draining',
  description: '{{ $value }} jobs are unpublished.',
  runbook: {
    meaning: 'More than ten jobs have been in the outbox of the database for five minutes.',
    impact: 'They are accepted, but no worker knows of them yet: users wait.',
    diagnosis: [
      'Queue health: does the oldest age grow as well. If it does, nothing is published; if not, there are only too many at once.',
      'Error rates: outbox errors mean that Redis refuses or cannot be reached.',
      'No errors and no progress: the loop that publishes has stopped; look for its last line in `fly logs -a beacon-runner-production`.',
    ],
    mitigation: [
      'Nothing, if the oldest age stays low and the count falls.',
      'Bring Redis back: its memory, its connection limit, its address in the secrets of the app.',
      'Restart the runner: rows stay in the database and are published after the start.',
    ],
  },
  cases: [
    {
      name: 'fires at 11 for five minutes',
      given: [given(unpublished, {}, constant(11))],
      at: '5m',
      fires: [{ description: '11 jobs are unpublished.' }],
    },
    { name: 'is quiet at 10', given: [given(unpublished, {}, constant(10))], at: '20m' },
    { name: 'is quiet a minute early', given: [given(unpublished, {}, constant(11))], at: '4m' },
    {
      name: 'is quiet where one dip broke the five minutes',
      given: [
        given(
          unpublished,
          {},
          constant(50).lasting('3m').then(constant(10).lasting('1m')).then(constant(50)),
        ),
      ],
      at: '8m',
    },
    {
      name: 'counts a row once where two instances report it',
      given: [
        given(unpublished, { instance: 'first' }, constant(6)),
        given(unpublished, { instance: 'second' }, constant(6)),
      ],
      at: '20m',
    },
    {
      name: 'fires where one of two instances still reports none',
      given: [
        given(unpublished, { instance: 'first' }, constant(11)),
        given(unpublished, { instance: 'second' }, constant(0)),
      ],
      at: '5m',
      fires: [{ value: 11 }],
    },
  ],
});

export const oldUnpublishedJobs = alert({
  name: 'OldUnpublishedJobs',
  expr: oldest.max().gt(300),
  for: '1m',
  severity: 'critical',
  summary: 'A job has waited over five minutes to be published',
  description: 'The oldest is {{ $value | humanizeDuration }} old.',
  runbook: {
    meaning: 'The oldest row of the outbox is older than five minutes: publishing has stopped.',
    impact: 'No job that was accepted since then is executed, while users are told that it is.',
    diagnosis: [
      'Queue health: since when does the age grow, and does it ever fall.',
      'Error rates: outbox errors mean that Redis refuses or cannot be reached.',
      'Growing age with a count of one: a single row that cannot be published blocks those behind it.',
      '`fly logs -a beacon-runner-production` for the last line about publishing.',
    ],
    mitigation: [
      'Bring Redis back, if that is the cause: the outbox drains by itself.',
      'Restart the runner: rows stay in the database and are published after the start.',
      'If one row blocks the others, keep a copy of it and mark it as published.',
    ],
  },
  cases: [
    {
      name: 'fires at 301 seconds for a minute',
      given: [given(oldest, {}, constant(301))],
      at: '1m',
      fires: [{ description: 'The oldest is 5m 1s old.' }],
    },
    { name: 'is quiet at exactly 300', given: [given(oldest, {}, constant(300))], at: '10m' },
    {
      name: 'is quiet a scrape before the minute is over',
      given: [given(oldest, {}, constant(301))],
      at: '45s',
    },
    {
      // The age of a job that nothing publishes: above 300 from 5m15s on.
      name: 'fires on a single stuck job, six and a quarter minutes after it came',
      given: [given(oldest, {}, rising(1)), given(unpublished, {}, constant(1))],
      at: '375s',
      fires: [{ description: 'The oldest is 6m 15s old.' }],
    },
    {
      name: 'goes by the oldest of what two instances report',
      given: [
        given(oldest, { instance: 'first' }, constant(301)),
        given(oldest, { instance: 'second' }, constant(200)),
      ],
      at: '1m',
      fires: [{ value: 301 }],
    },
  ],
});

export default ruleGroup('beacon-jobs', [highJobFailureRate, jobsStuckInQueue, oldUnpublishedJobs]);

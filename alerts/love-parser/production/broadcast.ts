import { alert, constant, given, on, rising, type Samples, time } from '../../../lib/index.ts';
import { m } from '../../../systems/love-parser/index.ts';

const QUEUE = { queue: 'broadcast' } as const;
const lastCompleted = m.job_queue_last_completed_timestamp.where(QUEUE);
const size = m.job_queue_size.where(QUEUE);

const queue = (finished: Samples, jobs: Samples) => [
  given(lastCompleted, {}, finished),
  given(size, {}, jobs),
];

export const broadcastQueueStuck = alert({
  name: 'BroadcastQueueStuck',
  // Silence alone is no fault: most half hours have no broadcast.
  expr: time()
    .sub(lastCompleted.maxBy('queue'))
    .gt(1800)
    .and(size.maxBy('queue').gt(0), on('queue')),
  for: '1m',
  severity: 'warning',
  summary: 'Broadcast jobs wait but none finishes',
  description:
    'Last success {{ $value | humanizeDuration }} ago. Inspect the worker and Redis, then resume or requeue.',
  runbook: {
    meaning:
      'Broadcast jobs are in the queue, yet for half an hour none of them has succeeded. The size counts delayed jobs too: a campaign that is scheduled for tomorrow looks the same. After a restart of the backend the clock starts anew, so that a stuck queue shows half an hour later.',
    impact: 'Messages of paying customers are not sent.',
    diagnosis: [
      'Bull Queues, queue `broadcast`: does the depth grow or stand still, and do jobs fail.',
      'Is everything in it delayed: `redis-cli ZCARD bull:broadcast:delayed` against `LLEN bull:broadcast:wait`. Then it is a campaign for later, not a fault.',
      'Is the queue paused: `redis-cli LLEN bull:broadcast:paused`, or the list `wait` grows while nothing is active.',
      'Logs of the backend: `{job="backend-winston"} |= "broadcast"`; Telegram limits calls with `FLOOD_WAIT`.',
      'Redis Health: is Redis up, is its memory full.',
    ],
    mitigation: [
      'The worker is paused: resume the queue.',
      'The worker hangs: restart the backend; Bull takes stalled jobs up again.',
      'One job fails each time: move it out of the queue and keep it for analysis, then go on.',
      'Telegram limits the account: wait for the time that it names, and slow the broadcast down.',
      'A campaign for later: silence the alert until it is due.',
    ],
  },
  cases: [
    {
      // The last success was at minute 1: silent for more than 1800 s after minute 31, firing a minute later.
      name: 'fires when the worker is paused and jobs wait',
      given: queue(constant(60), rising(1 / 60)),
      at: '33m',
      fires: [
        {
          labels: QUEUE,
          description:
            'Last success 32m 0s ago. Inspect the worker and Redis, then resume or requeue.',
        },
      ],
    },
    {
      name: 'is quiet at exactly half an hour of silence, and a minute later, for the minute is not over',
      given: queue(constant(60), constant(1)),
      at: '32m',
    },
    {
      name: 'is quiet where no broadcast is due',
      given: queue(constant(0), constant(0)),
      at: '45m',
    },
    {
      name: 'is quiet where jobs finish',
      given: queue(rising(1), constant(500)),
      at: '60m',
    },
    {
      name: 'is quiet after a restart, which sets the time of the last success to its own',
      given: queue(constant(0).lasting('45m').then(constant(2700)), constant(3)),
      at: '60m',
    },
    {
      name: 'is quiet while another queue is stuck',
      given: [
        given(m.job_queue_last_completed_timestamp, { queue: 'parse-search' }, constant(0)),
        given(m.job_queue_size, { queue: 'parse-search' }, constant(9)),
        ...queue(rising(1), constant(9)),
      ],
      at: '60m',
    },
    {
      name: 'goes by the instance that finished last, and by the one that sees the queue',
      given: [
        given(lastCompleted, { instance: 'first' }, constant(60)),
        given(lastCompleted, { instance: 'second' }, constant(30)),
        given(size, { instance: 'first' }, constant(1)),
        given(size, { instance: 'second' }, constant(0)),
      ],
      at: '33m',
      fires: [{ labels: QUEUE, value: 1920 }],
    },
  ],
});

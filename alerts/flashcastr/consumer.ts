import { alert, constant, given, rising, ruleGroup, type Samples, time } from '../../lib/index.ts';
import { m } from '../../systems/flashcastr/index.ts';

const breaker = m.invaders_consumer_circuit_breaker_state;
const breakerOfSource = m.invaders_consumer_circuit_breaker_open;
const failures = m.invaders_consumer_consecutive_failures;
const depth = m.invaders_consumer_queue_depth;
const lastProcessed = m.invaders_consumer_last_processed_timestamp;

export const circuitBreakerOpen = alert({
  name: 'FlashcastrCircuitBreakerOpen',
  // The documentation and the consumer's source name the metric differently; one of the two is there.
  expr: breaker.or(breakerOfSource).max().eq(1),
  for: '5m',
  severity: 'critical',
  summary: 'IPFS circuit breaker is open',
  description: 'Uploads are being refused; flashes will pile up in the queue.',
  runbook: {
    meaning:
      'The consumer stopped calling IPFS after repeated failures, and its breaker has stayed open for five minutes.',
    impact: 'No image is pinned and no flash is finished. The queue grows; nothing is lost yet.',
    diagnosis: [
      'Service Status, row Failures: when did IPFS failures begin, and do flash failures follow them.',
      'Status page of the IPFS pinning service; its credentials and quota.',
      'Logs of the consumer around the first failure.',
    ],
    mitigation: [
      'Wait while the pinning service recovers: the breaker closes by itself after a success.',
      'If credentials expired, set the new ones and restart the consumer.',
      'Watch the queue depth fall afterwards.',
    ],
  },
  cases: [
    {
      name: 'fires after five minutes open, under the documented name',
      given: [given(breaker, {}, constant(1))],
      at: '5m',
      fires: [{}],
    },
    {
      name: 'is quiet while closed',
      given: [given(breaker, {}, constant(0)), given(breakerOfSource, {}, constant(0))],
      at: '10m',
    },
    {
      name: 'fires under the name that the consumer registers',
      given: [given(breakerOfSource, {}, constant(1))],
      at: '5m',
      fires: [{}],
    },
    {
      name: 'is quiet a minute before the five are over',
      given: [given(breaker, {}, constant(1))],
      at: '4m',
    },
    {
      name: 'fires once where it is open in two of three instances',
      given: [
        given(breaker, { instance: 'first' }, constant(1)),
        given(breaker, { instance: 'second' }, constant(1)),
        given(breaker, { instance: 'third' }, constant(0)),
      ],
      at: '5m',
      fires: [{}],
    },
  ],
});

const streak = (type: string, samples: Samples) => given(failures, { type }, samples);

export const consecutiveFailures = alert({
  name: 'FlashcastrConsecutiveFailures',
  expr: failures.max().ge(5),
  for: '5m',
  severity: 'warning',
  summary: 'Consumer has failed {{ $value }} times in a row',
  description: 'The streak has stayed at five or more for five minutes.',
  runbook: {
    meaning: "The consumer's last attempts all failed: at least five, and that for five minutes.",
    impact: 'Flashes are retried and late. At more failures the circuit breaker opens.',
    diagnosis: [
      'Service Status, row Failures: are it IPFS failures or flash failures.',
      'Logs of the consumer: the same error each time, or several.',
      'PostgreSQL: can the consumer connect and write.',
    ],
    mitigation: [
      'Fix or wait for the failing dependency; a success resets the streak.',
      'If a single message fails each time, move it out of the queue and keep it for analysis.',
    ],
  },
  cases: [
    {
      name: 'fires at a streak of five for five minutes',
      given: [streak('ipfs', constant(5)), streak('database', constant(0))],
      at: '5m',
      fires: [{ summary: 'Consumer has failed 5 times in a row' }],
    },
    {
      name: 'is quiet at a streak of four',
      given: [streak('ipfs', constant(4)), streak('database', constant(4))],
      at: '20m',
    },
    { name: 'is quiet a minute early', given: [streak('ipfs', constant(5))], at: '4m' },
  ],
});

export const consumerStalled = alert({
  name: 'FlashcastrConsumerStalled',
  expr: time().sub(lastProcessed.gt(0).max()).gt(900).and(depth.max().gt(0)),
  for: '5m',
  severity: 'critical',
  summary: 'Queue has messages but nothing is being processed',
  description: 'Last flash finished {{ $value | humanizeDuration }} ago.',
  runbook: {
    meaning:
      'Messages wait in RabbitMQ, yet the consumer has finished none for a quarter of an hour.',
    impact:
      'Flashes do not appear and are not cast. The queue grows until the consumer moves again.',
    diagnosis: [
      'Service Status: is the circuit breaker open, is the consumer up.',
      'RabbitMQ: is the consumer connected to the queue, are messages unacknowledged.',
      'Logs of the consumer: a hanging call to IPFS or to PostgreSQL.',
    ],
    mitigation: [
      'Restart the consumer: unacknowledged messages return to the queue.',
      'If it stalls again at once, purge or park the message at the head of the queue.',
    ],
  },
  cases: [
    {
      // The flash was finished at minute 1: silent for more than 900 s from minute 17 on, firing five minutes later.
      name: 'fires when nothing was finished for fifteen minutes, five minutes long',
      given: [given(lastProcessed, {}, constant(60)), given(depth, {}, constant(1))],
      at: '22m',
      fires: [{ description: 'Last flash finished 21m 0s ago.' }],
    },
    {
      name: 'is quiet while the queue is empty',
      given: [given(lastProcessed, {}, constant(60)), given(depth, {}, constant(0))],
      at: '60m',
    },
    {
      name: 'is quiet a minute before the five are over',
      given: [given(lastProcessed, {}, constant(60)), given(depth, {}, constant(1))],
      at: '21m',
    },
    {
      name: 'is quiet where a flash is finished every moment',
      given: [given(lastProcessed, {}, rising(1)), given(depth, {}, constant(500))],
      at: '60m',
    },
    {
      name: 'is quiet where the consumer has finished none since it started: the gauge is 0',
      given: [given(lastProcessed, {}, constant(0)), given(depth, {}, constant(5))],
      at: '60m',
    },
    {
      name: 'goes by the instance that finished last, and by the one that sees the queue',
      given: [
        given(lastProcessed, { instance: 'first' }, constant(60)),
        given(lastProcessed, { instance: 'second' }, constant(30)),
        given(depth, { instance: 'first' }, constant(1)),
        given(depth, { instance: 'second' }, constant(0)),
      ],
      at: '22m',
      fires: [{ value: 1260 }],
    },
  ],
});

export const queueBacklog = alert({
  name: 'FlashcastrQueueBacklog',
  expr: depth.minOverTime('15m').gt(1000),
  for: '5m',
  severity: 'warning',
  summary: 'RabbitMQ backlog above 1000 for 15 minutes',
  description: 'The depth never dropped below {{ $value }}.',
  runbook: {
    meaning:
      'More than a thousand messages have been waiting, without a dip, for a quarter of an hour.',
    impact: 'New flashes are late by the time that it takes to work the backlog off.',
    diagnosis: [
      'Flashes dashboard: did new flashes rise, or did processing fall.',
      'Processing duration: a slow IPFS or database shows there first.',
      'Pipeline balance: is the gap still growing.',
    ],
    mitigation: [
      'Nothing, if processing exceeds the inflow: the backlog drains.',
      'Start a second consumer while IPFS and PostgreSQL have room.',
    ],
  },
  cases: [
    {
      name: 'fires at 1001 for fifteen minutes and five more',
      given: [given(depth, {}, constant(0).lasting('1m').then(constant(1001)))],
      at: '21m',
      fires: [
        {
          labels: { job: 'invaders-consumer', instance: 'instance' },
          description: 'The depth never dropped below 1001.',
        },
      ],
    },
    {
      name: 'is quiet at exactly 1000',
      given: [given(depth, {}, constant(1000))],
      at: '60m',
    },
    {
      name: 'is quiet a minute early',
      given: [given(depth, {}, constant(0).lasting('1m').then(constant(1001)))],
      at: '20m',
    },
    {
      name: 'is quiet where one dip broke the fifteen minutes',
      given: [
        given(
          depth,
          {},
          constant(5000).lasting('10m').then(constant(999).lasting('1m')).then(constant(5000)),
        ),
      ],
      at: '25m',
    },
  ],
});

export default ruleGroup('flashcastr-consumer', [
  circuitBreakerOpen,
  consumerStalled,
  consecutiveFailures,
  queueBacklog,
]);

import { alert, bursts, constant, given, rising, type Samples } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { SERVER } from './server.ts';

type MessageType = 'features' | 'raw';

const received = (user_id: string, samples: Samples, message_type: MessageType = 'features') =>
  given(m.messages_received_total, { ...SERVER, message_type, user_id }, samples);
const failed = (error_type: string, samples: Samples, message_type: MessageType = 'features') =>
  given(m.messages_failed_total, { ...SERVER, message_type, error_type }, samples);

export const highErrorRate = alert({
  name: 'HighErrorRate',
  // Errors know no user and receipts no error: only the type of the message is on both sides.
  expr: m.messages_failed_total
    .rate('5m')
    .sumBy('message_type')
    .div(m.messages_received_total.rate('5m').sumBy('message_type').gt(0))
    .gt(0.01),
  for: '5m',
  severity: 'warning',
  summary: 'Over 1% of {{ $labels.message_type }} messages fail',
  description: 'Failed share over five minutes is {{ $value | humanizePercentage }}.',
  runbook: {
    meaning:
      'Of the messages of this type that edge relays sent in the last five minutes, more than one in a hundred ended in an exception, and that for five minutes on end.',
    impact:
      'What failed reaches neither the consumers nor the database: streams and recordings have holes.',
    diagnosis: [
      'Row Messages, "Failures by type": the class of the exception, and whether it began with a deploy or with a relay.',
      'Row Messages, "Received by user": did one user begin to send just then.',
      '`ValidationError`, `KeyError` and the like: a relay sends what the server does not expect. Compare the versions of relay and server ("Application info").',
      'Errors of a connection or a time-out: look at TimescaleDB and Redis, and at "Write latency".',
      'The log of the server has the traceback: `docker compose logs --since 15m ingestion | grep -A20 Traceback`.',
    ],
    mitigation: [
      'Began with a deploy of the server: roll it back.',
      'A single relay sends nonsense: stop it, or update it to the version that fits.',
      'The database or Redis refuses: see SlowDatabaseWrites, and restart what is down.',
    ],
  },
  cases: [
    {
      name: 'fires at 1.5 % of features, while raw messages are fine',
      given: [
        received('u1', rising(1)),
        received('u2', rising(1)),
        received('u1', rising(100), 'raw'),
        failed('KeyError', rising(0.03)),
        failed('KeyError', rising(0.03), 'raw'),
      ],
      at: '6m',
      fires: [
        {
          labels: { message_type: 'features' },
          summary: 'Over 1% of features messages fail',
          description: 'Failed share over five minutes is 1.5%.',
        },
      ],
    },
    {
      name: 'is quiet at exactly 1 %',
      given: [received('u1', rising(100)), failed('KeyError', rising(1))],
      at: '30m',
    },
    {
      name: 'is quiet a minute before the five are over',
      given: [received('u1', rising(2)), failed('KeyError', rising(0.03))],
      at: '5m',
    },
    {
      name: 'is quiet without traffic',
      given: [received('u1', constant(100)), failed('KeyError', constant(100))],
      at: '30m',
    },
    {
      name: 'is quiet where no message has failed yet: the series does not exist',
      given: [received('u1', rising(1))],
      at: '30m',
    },
    {
      name: 'is quiet at 72 failures an hour among 36000 messages',
      given: [received('u1', rising(10)), failed('KeyError', rising(0.02))],
      at: '30m',
    },
    {
      name: 'fires where three kinds of error are rare each and 2.7 % together',
      given: [
        received('u1', rising(1)),
        failed('KeyError', rising(0.009)),
        failed('ValueError', rising(0.009)),
        failed('TimeoutError', rising(0.009)),
      ],
      at: '6m',
      fires: [
        {
          labels: { message_type: 'features' },
          summary: 'Over 1% of features messages fail',
          description: 'Failed share over five minutes is 2.7%.',
        },
      ],
    },
    {
      // One burst in the five minutes before: 12 of 300.
      name: 'fires where messages fail in bursts, every four minutes',
      given: [received('u1', rising(1)), failed('KeyError', bursts(12, '4m'))],
      at: '19m',
      fires: [{ labels: { message_type: 'features' }, value: 0.04 }],
    },
    {
      name: 'is quiet where failures are counted, and no message',
      given: [received('u1', constant(100)), failed('KeyError', rising(1))],
      at: '30m',
    },
  ],
});

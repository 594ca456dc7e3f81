import { alert, constant, given, type Samples } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { SERVER } from './server.ts';

const buffer = (user_id: string, size: number | Samples, instance: string = SERVER.instance) => {
  const labels = { ...SERVER, user_id, instance };
  return [
    given(m.buffer_size, labels, typeof size === 'number' ? constant(size) : size),
    given(m.buffer_capacity, labels, constant(1000)),
  ];
};

export const bufferFull = alert({
  name: 'BufferFull',
  expr: m.buffer_size.maxBy('user_id').div(m.buffer_capacity.maxBy('user_id').gt(0)).gt(0.95),
  for: '2m',
  severity: 'warning',
  summary: 'Sample buffer of {{ $labels.user_id }} is almost full',
  description: 'Fill level {{ $value | humanizePercentage }}.',
  runbook: {
    meaning:
      'The buffer in which the server holds the latest samples of this user has been more than 95 % full for two minutes.',
    impact:
      'The oldest samples make room for new ones: whoever reads the buffer sees a shorter history than it expects. Samples in the database are not touched.',
    diagnosis: [
      'A buffer that keeps the latest samples is full whenever its user sends without a pause. Row Buffers, "Buffer utilisation": flat at 100 % while the user is there is normal, a jump is not.',
      'Row Messages, "Received by user": does the user still send. The series of a user who left stay until the server restarts, at their last value.',
      '"Buffer table": is the capacity what was configured.',
      'One user alone: its relay sends faster than it should, or sends everything again after a reconnect.',
      'Many users at once: the server does not keep up; look at the write latency and at the memory of the process.',
    ],
    mitigation: [
      'The user has left: nothing. The alert ends with the next restart of the server; silence it until then.',
      'The user sends steadily and nobody misses history: nothing; silence the alert for this user, or raise the capacity.',
      'The relay sends too fast: lower its rate or restart it.',
      'The server does not keep up: see SlowDatabaseWrites.',
    ],
  },
  cases: [
    {
      name: 'fires at 951 of 1000 samples for two minutes, for this user only',
      given: [...buffer('u1', 951), ...buffer('u2', 400)],
      at: '2m',
      fires: [
        {
          labels: { user_id: 'u1' },
          summary: 'Sample buffer of u1 is almost full',
          description: 'Fill level 95.1%.',
        },
      ],
    },
    { name: 'is quiet at exactly 950 of 1000', given: buffer('u1', 950), at: '30m' },
    {
      name: 'is quiet a minute before the two are over',
      given: buffer('u1', 951),
      at: '1m',
    },
    {
      name: 'is quiet where a dip broke the two minutes',
      given: buffer(
        'u1',
        constant(1000).lasting('2m').then(constant(900).lasting('1m')).then(constant(1000)),
      ),
      at: '4m',
    },
    {
      name: 'is quiet where the capacity is 0',
      given: [
        given(m.buffer_size, { ...SERVER, user_id: 'u1' }, constant(5)),
        given(m.buffer_capacity, { ...SERVER, user_id: 'u1' }, constant(0)),
      ],
      at: '30m',
    },
    {
      name: 'fires once where two servers hold a buffer of the user',
      given: [...buffer('u1', 990), ...buffer('u1', 10, 'ingestion-2:8000')],
      at: '2m',
      fires: [
        {
          labels: { user_id: 'u1' },
          summary: 'Sample buffer of u1 is almost full',
          description: 'Fill level 99%.',
        },
      ],
    },
    {
      name: 'goes by the larger capacity where two servers have another',
      given: [
        ...buffer('u1', 990),
        given(
          m.buffer_capacity,
          { ...SERVER, user_id: 'u1', instance: 'ingestion-2:8000' },
          constant(500),
        ),
      ],
      at: '2m',
      fires: [{ labels: { user_id: 'u1' }, value: 0.99 }],
    },
  ],
});

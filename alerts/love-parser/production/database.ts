import { alert, constant, given } from '../../../lib/index.ts';
import { m } from '../../../systems/love-parser/index.ts';

const INSTANCE = { instance: 'backend:3000' } as const;
const pool = (used: number, size = 20) => [
  given(m.database_connections_active, INSTANCE, constant(used)),
  given(m.database_connections_max, INSTANCE, constant(size)),
];

export const databaseConnectionPoolExhausted = alert({
  name: 'DatabaseConnectionPoolExhausted',
  expr: m.database_connections_active.div(m.database_connections_max.gt(0)).gt(0.9),
  for: '2m',
  severity: 'critical',
  labels: { notify_sms: 'true' },
  summary: 'Postgres pool of {{ $labels.instance }} nearly used up',
  description:
    '{{ $value | humanizePercentage }} in use. Find long queries; enlarge the pool or add a backend.',
  runbook: {
    meaning:
      "More than nine in ten connections of one backend's PostgreSQL pool have been checked out for two minutes.",
    impact:
      'When the last one is taken, every request and job that needs the database waits, and then fails.',
    diagnosis: [
      'Database Health, "Connections by state": `idle in transaction` means that code holds a connection and does nothing.',
      '"Longest transaction": one statement that runs for minutes blocks the others.',
      'On the database: `SELECT pid, state, now() - xact_start AS age, query FROM pg_stat_activity ORDER BY age DESC NULLS LAST LIMIT 10`.',
      'Backend Observability: did traffic rise, or Bull Queues: did a large batch of jobs begin.',
    ],
    mitigation: [
      'End the statement that holds the others up: `SELECT pg_cancel_backend(pid)`, and if that does not help `pg_terminate_backend(pid)`.',
      'Pause the queue whose jobs take the connections.',
      'Restart the backend: its connections are given back.',
      'Enlarge the pool, or add a backend, while the sum of all pools stays below `max_connections`.',
    ],
  },
  cases: [
    {
      name: 'fires at 19 of 20 for two minutes',
      given: pool(19),
      at: '2m',
      fires: [
        {
          labels: { job: 'backend', ...INSTANCE },
          summary: 'Postgres pool of backend:3000 nearly used up',
          description: '95% in use. Find long queries; enlarge the pool or add a backend.',
        },
      ],
    },
    { name: 'is quiet at exactly nine in ten', given: pool(18), at: '30m' },
    { name: 'is quiet a minute before the two are over', given: pool(19), at: '1m' },
    {
      name: 'is quiet where the size of the pool is not known: the gauge is 0',
      given: pool(5, 0),
      at: '30m',
    },
  ],
});

import { alert, bursts, constant, given, rising } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { SERVER } from './server.ts';

const duration = m.db_write_duration_seconds;

/** Of a hundred writes a second to the table `inTime` take at most one second; all take at most two and a half. */
const writes = (table: string, inTime: number, all = 100) => [
  given(duration.bucket, { ...SERVER, table, le: '1' }, rising(inTime)),
  given(duration.bucket, { ...SERVER, table, le: '2.5' }, rising(all)),
  given(duration.bucket, { ...SERVER, table, le: '+Inf' }, rising(all)),
];

/** Writes of a server every four minutes: `inTime` of `all` take at most one second. */
const inBursts = (server: { instance: string }, inTime: number, all: number) => {
  const labels = { ...SERVER, ...server, table: 'predictions' };
  return [
    given(duration.bucket, { ...labels, le: '1' }, bursts(inTime, '4m')),
    given(duration.bucket, { ...labels, le: '2.5' }, bursts(all, '4m')),
    given(duration.bucket, { ...labels, le: '+Inf' }, bursts(all, '4m')),
  ];
};

export const slowDatabaseWrites = alert({
  name: 'SlowDatabaseWrites',
  expr: duration.quantile(0.95, { by: ['table'], range: '5m' }).gt(1),
  for: '5m',
  severity: 'warning',
  summary: 'Writes to {{ $labels.table }} are slow',
  description: '95th percentile is {{ $value | humanizeDuration }}.',
  runbook: {
    meaning:
      'Of the writes to this table in the last five minutes, one in twenty took longer than a second, and that for five minutes on end.',
    impact:
      'Batches of 50 records or 5 seconds queue up in the memory of the server. When it restarts then, they are lost.',
    diagnosis: [
      'Row Database, "Write latency": one table, or all. All at once points to the database or its disk, one to its indexes or to a lock.',
      '"Write rate" and "Batch size": are there more writes than usual, or larger ones.',
      'In TimescaleDB: `SELECT pid, state, wait_event_type, wait_event, now() - query_start AS age, left(query, 80) FROM pg_stat_activity ORDER BY age DESC LIMIT 10;`.',
      'Locks: `SELECT pid, pg_blocking_pids(pid), left(query, 80) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0;`.',
      'Disk of the database: free space, and whether a compression or retention job of TimescaleDB runs just now (`SELECT * FROM timescaledb_information.job_stats;`).',
    ],
    mitigation: [
      'A statement blocks the others: `SELECT pg_cancel_backend(<pid>);`.',
      'A compression job competes with the writes: move it to hours without sessions.',
      'Disk full or slow: free space, then a larger disk.',
      'For good: larger batches, and chunks of a size that fits into memory.',
    ],
  },
  cases: [
    {
      // A tenth takes between one and two and a half seconds: the 95th of a hundred is in the middle of them.
      name: 'fires at a p95 of a second and three quarters for five minutes, for this table only',
      given: [...writes('predictions', 90), ...writes('raw_samples', 100)],
      at: '6m',
      fires: [
        {
          labels: { table: 'predictions' },
          summary: 'Writes to predictions are slow',
          description: '95th percentile is 1.75s.',
        },
      ],
    },
    { name: 'is quiet at a p95 of exactly a second', given: writes('predictions', 95), at: '30m' },
    {
      name: 'is quiet a minute before the five are over',
      given: writes('predictions', 90),
      at: '5m',
    },
    { name: 'is quiet without writes', given: writes('predictions', 0, 0), at: '30m' },
    {
      // Of four writes one takes up to two and a half seconds: p95 is four fifths of the way from one.
      name: 'fires where a quarter of the writes is slow, those of one server, in bursts',
      given: [
        ...inBursts({ instance: 'ingestion-1:8000' }, 0, 1),
        ...inBursts({ instance: 'ingestion-2:8000' }, 3, 3),
      ],
      at: '19m',
      fires: [{ labels: { table: 'predictions' }, value: 2.2 }],
    },
  ],
});

const pending = (table: string, records: number) =>
  given(m.pending_writes, { ...SERVER, table }, constant(records));

export const pendingWritesHigh = alert({
  name: 'PendingWritesHigh',
  expr: m.pending_writes.sumBy('table').gt(1000),
  for: '5m',
  severity: 'warning',
  summary: 'Write backlog on {{ $labels.table }}',
  description: '{{ $value }} records are waiting for the database.',
  runbook: {
    meaning:
      'More than a thousand records, which is twenty batches, have been waiting to be written to this table for five minutes.',
    impact:
      'They are in the memory of the server only: a restart loses them, and memory grows until then. Queries see the past.',
    diagnosis: [
      'Row Database: is the write latency up (the database is slow) or the write rate down to nothing (it refuses).',
      'The log of the server: refused connections, time-outs, an authentication that fails.',
      'TimescaleDB: does it answer (`pg_isready`), has it free connections and free disk.',
      '"Message throughput": did relays send more than usual.',
    ],
    mitigation: [
      'The database is down or full: bring it back, and do not restart the server before the backlog is written.',
      'It is slow: see SlowDatabaseWrites.',
      'Too much comes in: stop a relay that matters least.',
      'Memory is about to run out: set `ENABLE_DB_PERSISTENCE=false` and restart. Live consumers go on, and what was waiting is lost.',
    ],
  },
  cases: [
    {
      name: 'fires at 1001 records for five minutes, for this table only',
      given: [pending('predictions', 1001), pending('raw_samples', 40)],
      at: '5m',
      fires: [
        {
          labels: { table: 'predictions' },
          summary: 'Write backlog on predictions',
          description: '1001 records are waiting for the database.',
        },
      ],
    },
    { name: 'is quiet at exactly 1000', given: [pending('predictions', 1000)], at: '30m' },
    {
      name: 'is quiet a minute before the five are over',
      given: [pending('predictions', 1001)],
      at: '4m',
    },
    {
      name: 'is quiet while the server does not set the gauge: the series does not exist',
      given: [],
      at: '30m',
    },
    {
      name: 'fires at 1100 records of two servers together',
      given: [
        given(m.pending_writes, { ...SERVER, table: 'predictions' }, constant(600)),
        given(
          m.pending_writes,
          { ...SERVER, table: 'predictions', instance: 'ingestion-2:8000' },
          constant(500),
        ),
      ],
      at: '5m',
      fires: [{ labels: { table: 'predictions' }, value: 1100 }],
    },
  ],
});

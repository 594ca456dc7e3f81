import { alert, constant, defineCatalog, Duration, given, on } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { POSTGRES } from '../../systems/shared/postgres.ts';
import { aMinuteEarly, fiveMinutesFine, justInTime } from './five-minutes-fine.ts';
import { targetLabels } from './target-labels.ts';

/**
 * Fires for a PostgreSQL server of whose connections more than 90 % are taken for five minutes. The limit is the server's,
 * so the sessions of all its databases count. The job exposes `POSTGRES`.
 *
 * @example
 * postgresSlotsHigh(stack.jobs.postgres, 'DatabaseConnectionPoolExhausted')
 * // sum by (instance) (pg_stat_database_numbackends{job="postgres"})
 * //   / on (instance) max by (instance) (pg_settings_max_connections{job="postgres"}) > 0.9
 */
export function postgresSlotsHigh(job: AnyJob, name: string) {
  const { m } = defineCatalog(job, POSTGRES);
  const target = targetLabels(job);
  // Up to 0.19 the limit carries a label that the sessions do not.
  const limit = given(
    m.pg_settings_max_connections,
    { ...target, server: 'postgres:5432' },
    constant(100),
  );
  const sessions = (datid: string, datname: string, samples: typeof FEW) =>
    given(m.pg_stat_database_numbackends, { ...target, datid, datname }, samples);
  const filled = fiveMinutesFine(FEW, constant(90));
  return alert({
    name,
    expr: m.pg_stat_database_numbackends
      .sumBy('instance')
      .div(m.pg_settings_max_connections.maxBy('instance'), on('instance'))
      .gt(0.9),
    for: HOLD,
    severity: 'critical',
    summary: 'PostgreSQL has almost no free connection',
    description: '{{ $value | humanizePercentage }} of max_connections is taken.',
    runbook: {
      meaning:
        'Sessions of all databases together take more than 90 % of the connections that the server accepts.',
      impact:
        'Soon it refuses new connections, also those of the application and of whoever wants to repair it; a few are kept for superusers.',
      diagnosis: [
        'Connections by state: idle, or idle in transaction, or all active.',
        '`SELECT usename, application_name, state, count(*) FROM pg_stat_activity GROUP BY 1, 2, 3 ORDER BY 4 DESC;`',
        'Idle: the pools of all instances together are larger than the server, or connections leak.',
        'Active: queries became slow. Look for locks and for the longest transaction.',
      ],
      mitigation: [
        'End sessions that are idle in transaction: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE …`.',
        'Make the pools smaller, or put a pooler such as PgBouncer in front.',
        'Raise `max_connections` only with the memory for it; it needs a restart.',
      ],
    },
    cases: [
      {
        name: 'fires after five minutes at 95 %, all databases together',
        given: [limit, sessions('16384', 'app', filled), sessions('5', 'postgres', constant(5))],
        at: justInTime(HOLD),
        fires: [
          {
            labels: { instance: 'instance' },
            description: '95% of max_connections is taken.',
          },
        ],
      },
      {
        name: 'is quiet a minute early',
        given: [limit, sessions('16384', 'app', filled), sessions('5', 'postgres', constant(5))],
        at: aMinuteEarly(HOLD),
      },
      {
        name: 'is quiet at exactly 90 %',
        given: [limit, sessions('16384', 'app', constant(90))],
        at: '60m',
      },
      {
        name: 'goes by the larger limit where two series of a server have another',
        given: [
          limit,
          given(
            m.pg_settings_max_connections,
            { ...target, server: 'localhost:5432' },
            constant(200),
          ),
          sessions('16384', 'app', fiveMinutesFine(FEW, constant(190))),
        ],
        at: justInTime(HOLD),
        fires: [{ labels: { instance: 'instance' }, value: 0.95 }],
      },
    ],
  });
}

const HOLD = Duration.minutes(5);
const FEW = constant(10);

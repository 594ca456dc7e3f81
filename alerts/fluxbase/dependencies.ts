import { alert, bursts, constant, given, rising, ruleGroup } from '../../lib/index.ts';
import { m, stack } from '../../systems/fluxbase/index.ts';
import { postgresSlotsHigh } from '../shared/postgres-slots-high.ts';
import { redisDown } from '../shared/redis-down.ts';

export const databaseConnectionPoolExhausted = postgresSlotsHigh(
  stack.jobs.postgres,
  'DatabaseConnectionPoolExhausted',
);

const DATABASE = { datid: '16384', datname: 'fluxbase' } as const;
const hits = m.pg_stat_database_blks_hit.where({ datname: 'fluxbase' });
const reads = m.pg_stat_database_blks_read.where({ datname: 'fluxbase' });

/** Blocks a second that are found in the cache, of 100. */
const found = (perSecond: number) => [
  given(hits, DATABASE, rising(perSecond)),
  given(reads, DATABASE, rising(100 - perSecond)),
];

const hitRate = hits.rate('15m').sumBy('datname');
const readRate = reads.rate('15m').sumBy('datname');

export const lowCacheHitRatio = alert({
  name: 'LowCacheHitRatio',
  // Of the last quarter of an hour: totals since the start of the server would hide a failure for hours.
  expr: hitRate.div(hitRate.add(readRate).gt(0)).lt(0.9),
  for: '15m',
  severity: 'warning',
  summary: 'Database {{ $labels.datname }} reads too much from disk',
  description: 'Buffer hit ratio is {{ $value | humanizePercentage }}.',
  runbook: {
    meaning:
      'Of the blocks that queries wanted in the last quarter of an hour, more than one in ten was not in the buffer cache of PostgreSQL.',
    impact:
      'Queries are slower, and slower still where the operating system does not have the blocks either. It is normal for some minutes after a restart.',
    diagnosis: [
      'Database Metrics, "Operations": fetches that jumped without more requests are a query that scans a whole table.',
      'Did the server restart: its cache is empty then and fills by itself.',
      '`SELECT relname, seq_scan, seq_tup_read, idx_scan FROM pg_stat_user_tables ORDER BY seq_tup_read DESC LIMIT 10;`: large tables that are scanned.',
      '`SHOW shared_buffers;` beside the size of the database: the tables in use may have outgrown it.',
    ],
    mitigation: [
      'Add the index that the scanned table lacks: `CREATE INDEX CONCURRENTLY`.',
      'Run reports at night, or on a replica.',
      'Raise `shared_buffers` to a quarter of the memory; it needs a restart.',
    ],
  },
  cases: [
    {
      name: 'fires after fifteen minutes at 89 %',
      given: found(89),
      at: '16m',
      fires: [
        {
          labels: { datname: 'fluxbase' },
          summary: 'Database fluxbase reads too much from disk',
          description: 'Buffer hit ratio is 89%.',
        },
      ],
    },
    { name: 'is quiet at exactly 90 %', given: found(90), at: '60m' },
    { name: 'is quiet a minute before the fifteen are over', given: found(89), at: '15m' },
    {
      name: 'fires where a million old hits are counted and every block of late was a miss',
      given: [given(hits, DATABASE, constant(1_000_000)), given(reads, DATABASE, rising(2, 1000))],
      at: '16m',
      fires: [
        {
          labels: { datname: 'fluxbase' },
          summary: 'Database fluxbase reads too much from disk',
          description: 'Buffer hit ratio is 0%.',
        },
      ],
    },
    {
      name: 'is quiet while nobody asks the database anything',
      given: [given(hits, DATABASE, constant(0)), given(reads, DATABASE, constant(1000))],
      at: '60m',
    },
    {
      name: 'is quiet where another database is cold',
      given: [
        ...found(99),
        given(m.pg_stat_database_blks_hit, { datid: '5', datname: 'postgres' }, constant(0)),
        given(m.pg_stat_database_blks_read, { datid: '5', datname: 'postgres' }, rising(100)),
      ],
      at: '60m',
    },
    {
      name: 'fires at 89 % of two servers together that are asked every twelve minutes',
      given: [
        given(hits, { ...DATABASE, instance: 'first' }, bursts(600, '12m')),
        given(hits, { ...DATABASE, instance: 'second' }, bursts(290, '12m')),
        given(reads, { ...DATABASE, instance: 'first' }, bursts(60, '12m')),
        given(reads, { ...DATABASE, instance: 'second' }, bursts(50, '12m')),
      ],
      at: '58m',
      fires: [{ labels: { datname: 'fluxbase' }, value: 0.89 }],
    },
  ],
});

export const redisIsDown = redisDown(stack.jobs.redis, {
  name: 'RedisDown',
  for: '2m',
  impact: 'Sessions and cache are affected.',
});

const s3 = m.minio_s3_requests_total;
const s3Errors = m.minio_s3_requests_errors_total;

/** S3 requests a second, and how many of them fail. */
const asked = (all: number, failed: number) => [
  given(s3, { api: 'getobject', server: 'minio:9000' }, rising(all)),
  given(s3Errors, { api: 'getobject', server: 'minio:9000' }, rising(failed)),
];

export const objectStoreErrors = alert({
  name: 'ObjectStoreErrors',
  expr: s3Errors.rate('5m').sum().orZero().div(s3.rate('5m').sum().gt(0)).gt(0.05),
  for: '10m',
  severity: 'warning',
  summary: 'Over 5% of S3 requests fail',
  description: 'Error share is {{ $value | humanizePercentage }} (4xx and 5xx together).',
  runbook: {
    meaning:
      'MinIO answered more than one in twenty S3 requests with an error, for ten minutes. Refused requests (4xx) count as well.',
    impact: 'Uploads and downloads of files fail. Requests to tables are not affected.',
    diagnosis: [
      '`sum by (api) (rate(minio_s3_requests_5xx_errors_total[5m]))` and the same with `4xx`: is MinIO failing, or is it asked for what is not there.',
      '4xx: keys that are wrong (403) or objects that are gone (404). Did `MINIO_ROOT_USER` or its password change for one of the two only.',
      '5xx: `docker compose -f docker-compose.production.yml logs --since 15m minio`; a full disk is named there.',
      'Infrastructure, "Disk free" and "Bytes stored".',
    ],
    mitigation: [
      'Full disk: remove old backups from the host, or give the volume more space.',
      'Keys differ: set the same ones for both containers and run `docker compose -f docker-compose.production.yml up -d`.',
      'MinIO hangs: `docker compose -f docker-compose.production.yml restart minio`.',
    ],
  },
  cases: [
    {
      name: 'fires ten minutes after 6 % began to fail',
      given: asked(100, 6),
      at: '11m',
      fires: [{ description: 'Error share is 6% (4xx and 5xx together).' }],
    },
    { name: 'is quiet at exactly one in twenty', given: asked(100, 5), at: '30m' },
    { name: 'is quiet a minute before the ten are over', given: asked(100, 6), at: '10m' },
    { name: 'is quiet without requests', given: asked(0, 0), at: '30m' },
    {
      name: 'is quiet where nothing has failed since the start: there is no such series yet',
      given: [given(s3, { api: 'getobject', server: 'minio:9000' }, rising(100))],
      at: '30m',
    },
    {
      // One burst of each in the five minutes before: 2400 of 30000.
      name: 'fires where reads and writes fail in bursts, every four minutes',
      given: [
        given(s3, { api: 'getobject', server: 'minio:9000' }, rising(50)),
        given(s3, { api: 'putobject', server: 'minio:9000' }, rising(50)),
        given(s3Errors, { api: 'getobject', server: 'minio:9000' }, bursts(1200, '4m')),
        given(s3Errors, { api: 'putobject', server: 'minio:9000' }, bursts(1200, '4m')),
      ],
      at: '19m',
      fires: [{ value: 0.08 }],
    },
    { name: 'is quiet where errors are counted, and no request', given: asked(0, 1), at: '30m' },
  ],
});

export default ruleGroup('fluxbase-dependencies', [
  databaseConnectionPoolExhausted,
  redisIsDown,
  lowCacheHitRatio,
  objectStoreErrors,
]);

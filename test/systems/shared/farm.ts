import { hostDiskLow } from '../../../alerts/shared/host-disk-low.ts';
import { hostMemoryHigh } from '../../../alerts/shared/host-memory-high.ts';
import { postgresSlotsHigh } from '../../../alerts/shared/postgres-slots-high.ts';
import { redisDown } from '../../../alerts/shared/redis-down.ts';
import { targetDown } from '../../../alerts/shared/target-down.ts';
import { targetMissing } from '../../../alerts/shared/target-missing.ts';
import { goPanels } from '../../../dashboards/shared/go-panels.ts';
import { hostRow } from '../../../dashboards/shared/host-row.ts';
import { nodejsPanels } from '../../../dashboards/shared/nodejs-panels.ts';
import { postgresPanels } from '../../../dashboards/shared/postgres-panels.ts';
import { redisPanels } from '../../../dashboards/shared/redis-panels.ts';
import {
  dashboard,
  defineCatalog,
  defineStack,
  defineSystem,
  labelValues,
  queryVariable,
  row,
  ruleGroup,
} from '../../../lib/index.ts';
import type { System } from '../../../lib/model/index.ts';
import { GO } from '../../../systems/shared/go.ts';
import { NODE } from '../../../systems/shared/node.ts';
import { NODEJS } from '../../../systems/shared/nodejs.ts';
import { POSTGRES } from '../../../systems/shared/postgres.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { REDIS } from '../../../systems/shared/redis.ts';
import { SCRAPE } from '../../../systems/shared/scrape.ts';

/** A system of exporters only, that uses every shared panel and alert; its targets carry labels of their own. */
export const stack = defineStack({
  name: 'farm',
  title: 'Farm',
  prometheus: { version: '3.2.1' },
  jobs: {
    api: { targets: ['api:8080'], labels: { tier: 'application' } },
    worker: { targets: ['worker:8080'], labels: { tier: 'application' } },
    node: { targets: ['node-exporter:9100'], labels: { tier: 'infrastructure' } },
    postgres: { targets: ['postgres-exporter:9187'], labels: { tier: 'database' } },
    redis: { targets: ['redis-exporter:9121'], labels: { tier: 'cache' } },
  },
  datasources: [
    {
      uid: 'farm_prometheus',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
    },
  ],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Farm', dashboardsPath: 'dashboards' },
});

const { jobs } = stack;
const postgres = defineCatalog(jobs.postgres, POSTGRES);
export const catalogs = [
  defineCatalog(jobs.api, { ...PROCESS, ...GO }),
  defineCatalog(jobs.worker, { ...PROCESS, ...NODEJS }),
  defineCatalog(jobs.node, NODE),
  postgres,
  defineCatalog(jobs.redis, REDIS),
  defineCatalog([jobs.api, jobs.worker, jobs.node, jobs.postgres, jobs.redis], SCRAPE),
];

const memoryHigh = hostMemoryHigh(jobs.node, 'MemoryHigh');
const diskLow = hostDiskLow(jobs.node, 'DiskLow');
const slotsHigh = postgresSlotsHigh(jobs.postgres, 'SlotsHigh');
const down = redisDown(jobs.redis, { name: 'RedisDown', for: '2m', impact: 'No cache.' });
const downOrBlind = redisDown(jobs.redis, {
  name: 'RedisDownOrBlind',
  for: '1m',
  orExporter: true,
  labels: { notify_sms: 'true' },
  impact: 'No cache.',
});

export const group = ruleGroup('farm', [
  targetDown([jobs.api, jobs.worker], { name: 'TargetDown', for: '2m' }),
  targetMissing(jobs.api, {
    name: 'ApiMissing',
    for: '5m',
    severity: 'warning',
    what: 'The API',
    impact: 'Nobody is served.',
  }),
  memoryHigh,
  diskLow,
  slotsHigh,
  down,
  downOrBlind,
]);

const datname = queryVariable(
  'datname',
  labelValues(postgres.m.pg_database_size_bytes, 'datname'),
  {
    multi: true,
    includeAll: true,
  },
);

export const everything = dashboard({
  uid: 'farm',
  title: 'Farm',
  description: 'Every shared panel.',
  variables: [datname],
  rows: [
    hostRow(jobs.node, { mountpoint: '/', memoryAlert: memoryHigh, diskAlert: diskLow }),
    row('API', Object.values(goPanels(jobs.api))),
    row('Worker', Object.values(nodejsPanels(jobs.worker))),
    row('PostgreSQL', Object.values(postgresPanels(jobs.postgres, datname, slotsHigh))),
    row('Redis', Object.values(redisPanels(jobs.redis))),
  ],
});

const { metrics } = defineSystem({ stack, catalogs });

export const farm: System = {
  name: 'farm',
  stack,
  metrics,
  dashboards: [{ value: everything, file: 'dashboards/farm/everything.ts', name: 'everything' }],
  groups: [{ value: group, file: 'alerts/farm/group.ts', name: 'group' }],
};

import { defineCatalog } from '../../lib/index.ts';
import { CADVISOR } from '../shared/cadvisor.ts';
import { GO } from '../shared/go.ts';
import { GRAFANA } from '../shared/grafana.ts';
import { MINIO } from '../shared/minio.ts';
import { NODE } from '../shared/node.ts';
import { POSTGRES } from '../shared/postgres.ts';
import { PROCESS } from '../shared/process.ts';
import { PROMETHEUS } from '../shared/prometheus.ts';
import { REDIS } from '../shared/redis.ts';
import { SCRAPE } from '../shared/scrape.ts';
import { CUSTOM } from './custom.ts';
import { FEATURES } from './features.ts';
import { HTTP } from './http.ts';
import { stack } from './stack.ts';

const { jobs } = stack;

/** The application, a Go program: what it does, and the process that does it. */
const application = defineCatalog(jobs.fluxbase, {
  ...HTTP,
  ...FEATURES,
  ...CUSTOM,
  ...PROCESS,
  ...GO,
});

const database = defineCatalog(jobs.postgres, POSTGRES);
const cache = defineCatalog(jobs.redis, REDIS);
const storage = defineCatalog(jobs.minio, MINIO);
const host = defineCatalog(jobs.node, NODE);
const containers = defineCatalog(jobs.cadvisor, CADVISOR);
const prometheus = defineCatalog(jobs.prometheus, PROMETHEUS);
const grafana = defineCatalog(jobs.grafana, GRAFANA);
const scrapes = defineCatalog(Object.values(jobs), SCRAPE);

export const catalogs = [
  application,
  database,
  cache,
  storage,
  host,
  containers,
  prometheus,
  grafana,
  scrapes,
] as const;

export const m = {
  ...application.m,
  ...database.m,
  ...cache.m,
  ...storage.m,
  ...host.m,
  ...containers.m,
  ...prometheus.m,
  ...grafana.m,
  ...scrapes.m,
};

import { any, defineCatalog } from '../../lib/index.ts';
import { PROCESS } from '../shared/process.ts';
import { FASTAPI, PYTHON } from '../shared/python.ts';
import { SCRAPE } from '../shared/scrape.ts';
import { stack } from './stack.ts';

const JOBS = [stack.jobs['zander-ingestion'], stack.jobs['zander-ingestion-custom']];

const MESSAGE_TYPES = ['features', 'raw'] as const;

/** What the Python client uses where a histogram names no buckets. */
const DEFAULT_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
] as const;

/**
 * The server's own metrics. Both jobs could deliver them, one does: matching both keeps panels and alerts right wherever
 * relabelling puts them. The Python client creates a labelled metric at its first use.
 */
export const application = defineCatalog(JOBS, {
  edge_relay_connections: {
    kind: 'gauge',
    unit: 'connections',
    healthy: [4, 9],
    help: 'Edge relays that are connected.',
  },
  consumer_connections: {
    kind: 'gauge',
    unit: 'connections',
    healthy: 0,
    help: 'Consumers that are connected. Declared, but nothing in the server sets it yet.',
    optional: true,
  },
  messages_received_total: {
    kind: 'counter',
    unit: 'messages',
    healthy: 20,
    help: 'Messages taken in, counted before they are processed.',
    labels: { message_type: MESSAGE_TYPES, user_id: any },
    // One for every user there ever was.
    unbounded: ['user_id'],
    optional: true,
  },
  messages_processed_total: {
    kind: 'counter',
    unit: 'messages',
    healthy: 19.9,
    help: 'Messages that were fully handled.',
    labels: { message_type: MESSAGE_TYPES },
    optional: true,
  },
  messages_failed_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Messages whose handler raised, by class of the exception.',
    labels: { message_type: MESSAGE_TYPES, error_type: any },
    optional: true,
  },
  buffer_size: {
    kind: 'gauge',
    unit: 'samples',
    healthy: [200, 500],
    help: 'Samples held for the user, refreshed when features arrive. Stays when the user leaves.',
    labels: { user_id: any },
    optional: true,
  },
  buffer_capacity: {
    kind: 'gauge',
    unit: 'samples',
    healthy: 1_000,
    help: 'Most samples that are held for the user; 1000 unless configured. Stays when the user leaves.',
    labels: { user_id: any },
    optional: true,
  },
  active_sessions: {
    kind: 'gauge',
    unit: 'sessions',
    healthy: [2, 6],
    help: 'Sessions that are open.',
  },
  sessions_created_total: {
    kind: 'counter',
    unit: 'sessions',
    healthy: 0.005,
    help: 'Sessions that were started.',
  },
  sessions_ended_total: {
    kind: 'counter',
    unit: 'sessions',
    healthy: 0.005,
    help: 'Sessions that were finished.',
  },
  db_writes_total: {
    kind: 'counter',
    unit: 'writes',
    healthy: 3,
    help: 'Writes to the database, by table.',
    labels: { table: any },
    optional: true,
  },
  db_write_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.012,
    help: 'Time of one write to the database, by table.',
    labels: { table: any },
    buckets: DEFAULT_BUCKETS,
    optional: true,
  },
  db_batch_size: {
    kind: 'histogram',
    unit: 'records',
    healthy: 50,
    // Made for seconds: batches of 50 all lie above the last bound, and every quantile answers 10. Only the mean is right.
    help: 'Records of one batch, by table.',
    labels: { table: any },
    buckets: DEFAULT_BUCKETS,
    optional: true,
  },
  pending_writes: {
    kind: 'gauge',
    unit: 'records',
    healthy: [0, 20],
    help: 'Records not written yet, by table. Declared, but nothing in the server sets it yet.',
    labels: { table: any },
    optional: true,
  },
  sample_latency_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.06,
    help: 'Time from the timestamp that the edge gave a sample to its arrival.',
    labels: { sample_type: any },
    buckets: DEFAULT_BUCKETS,
    optional: true,
  },
  zander_ingestion_info: {
    kind: 'info',
    help: 'Version and environment of the server.',
    labels: { version: any, environment: any },
  },
});

/** What the libraries count: requests, the Python runtime, the process. */
export const runtime = defineCatalog(stack.jobs['zander-ingestion'], {
  ...FASTAPI,
  // The documentation's name. The library's is `http_requests_inprogress`, which has to be switched on.
  http_requests_in_progress: {
    kind: 'gauge',
    unit: 'requests',
    help: 'Requests being served, under the name that the documentation gives it.',
    optional: true,
    deprecated: 'the library has http_requests_inprogress',
  },
  ...PYTHON,
  ...PROCESS,
});

/** The scrapes of both endpoints. */
export const scrapes = defineCatalog(JOBS, SCRAPE);

export const m = { ...application.m, ...runtime.m, ...scrapes.m };

import { any, type MetricSpecs } from '../../lib/index.ts';

const GENERATIONS = ['0', '1', '2'] as const;

/**
 * Defaults of the Python client library, besides `PROCESS`. Every counter, histogram and summary has a `…_created` gauge
 * as well, when the series was made; nothing asks for these.
 */
export const PYTHON = {
  python_info: {
    kind: 'info',
    help: 'Version of Python and its implementation.',
    labels: { implementation: any, major: any, minor: any, patchlevel: any, version: any },
  },
  python_gc_objects_collected_total: {
    kind: 'counter',
    unit: 'objects',
    healthy: 40,
    help: 'Objects that the garbage collector freed, by generation.',
    labels: { generation: GENERATIONS },
  },
  python_gc_objects_uncollectable_total: {
    kind: 'counter',
    unit: 'objects',
    healthy: 0,
    help: 'Objects that the garbage collector could not free, by generation. Any is a leak.',
    labels: { generation: GENERATIONS },
  },
  python_gc_collections_total: {
    kind: 'counter',
    unit: 'collections',
    healthy: 0.3,
    help: 'Runs of the garbage collector, by generation; generation 2 looks at everything.',
    labels: { generation: GENERATIONS },
  },
} as const satisfies MetricSpecs;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** What the FastAPI instrumentator adds. A `handler` is the route's template, `none` for what matches none. */
export const FASTAPI = {
  http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests answered, by class of HTTP status.',
    labels: { method: METHODS, status: ['1xx', '2xx', '3xx', '4xx', '5xx'], handler: any },
    optional: true,
  },
  http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.06,
    help: 'Duration of requests by handler, in few buckets.',
    labels: { method: METHODS, handler: any },
    buckets: [0.1, 0.5, 1],
    optional: true,
  },
  http_request_duration_highr_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.06,
    help: 'Duration of all requests, in many buckets.',
    buckets: [
      0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 7.5, 10,
      30, 60,
    ],
  },
  http_request_size_bytes: {
    kind: 'summary',
    unit: 'bytes',
    healthy: 400,
    help: 'Size of request bodies.',
    labels: { handler: any },
    quantiles: [],
    optional: true,
  },
  http_response_size_bytes: {
    kind: 'summary',
    unit: 'bytes',
    healthy: 2_000,
    help: 'Size of response bodies.',
    labels: { handler: any },
    quantiles: [],
    optional: true,
  },
  http_requests_inprogress: {
    kind: 'gauge',
    unit: 'requests',
    healthy: [1, 6],
    help: 'Requests being served.',
    // Off unless asked for.
    optional: true,
  },
} as const satisfies MetricSpecs;

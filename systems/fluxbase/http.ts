import { any, type MetricSpecs } from '../../lib/index.ts';

const METHOD = { method: any } as const;
/** The application writes `:id` for what identifies something, so that there are as many as there are routes. */
const PATH = { path: any } as const;
/** A class, never a code: `status="500"` matches nothing. */
const STATUS = { status: ['2xx', '3xx', '4xx', '5xx'] } as const;

/**
 * What the application says about HTTP. It prefixes all of these with `fluxbase_`, which the scrape job takes away again:
 * the names are those of the documentation.
 */
export const HTTP = {
  http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 25,
    help: 'HTTP requests answered, by class of the status.',
    labels: { ...METHOD, ...PATH, ...STATUS },
    optional: true,
  },
  http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.03,
    help: 'Time from the first byte of a request to its answer.',
    labels: { ...METHOD, ...PATH, ...STATUS },
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    optional: true,
  },
  http_requests_in_flight: {
    kind: 'gauge',
    unit: 'requests',
    healthy: [1, 8],
    help: 'HTTP requests that are being served.',
  },
  http_request_size_bytes: {
    kind: 'histogram',
    unit: 'bytes',
    healthy: 900,
    help: 'Size of the bodies of requests.',
    labels: { ...METHOD, ...PATH },
    buckets: [100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9],
    optional: true,
  },
  http_response_size_bytes: {
    kind: 'histogram',
    unit: 'bytes',
    healthy: 6_000,
    help: 'Size of the bodies of answers.',
    labels: { ...METHOD, ...PATH, ...STATUS },
    buckets: [100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9],
    optional: true,
  },
} as const satisfies MetricSpecs;

import { alert, bursts, constant, given, matches, rising, ruleGroup } from '../../lib/index.ts';
import { m } from '../../systems/fluxbase/index.ts';

const requests = m.http_requests_total;

/** Requests a second that end in a class of statuses. */
const answered = (status: '2xx' | '4xx' | '5xx', perSecond: number) =>
  given(requests, { method: 'GET', path: '/api/v1/tables/:id', status }, rising(perSecond));

export const highErrorRate = alert({
  name: 'HighErrorRate',
  // The application exports classes, `5xx`, which `5..` matches as well as a code. Without a failure the share is 0.
  expr: requests
    .where({ status: matches('5..') })
    .rate('5m')
    .sum()
    .orZero()
    .div(requests.rate('5m').sum().gt(0))
    .gt(0.05),
  for: '5m',
  severity: 'critical',
  summary: 'Over 5% of HTTP requests fail',
  description: 'Server-error share is {{ $value | humanizePercentage }}.',
  runbook: {
    meaning:
      'Of the requests of the last five minutes, more than one in twenty was answered with a status of 5xx, for five minutes on end. 4xx does not count.',
    impact:
      'Users of the applications built on Fluxbase see failed reads, writes and logins. Their clients may retry and add load.',
    diagnosis: [
      'Application Overview, "Requests by endpoint" and "Latency by endpoint": one endpoint or all of them.',
      'All of them: Monitoring, row "Health": is PostgreSQL, Redis or MinIO down. Then Database Metrics, "Connection slots used".',
      'Only storage endpoints: Infrastructure, "S3 error share". Only auth endpoints: Services, "Logins".',
      '`docker compose -f docker-compose.production.yml logs --since 15m fluxbase | grep -i error`: the first error, not the most frequent one.',
      'Did it begin with a deploy: compare with the uptime on Application Overview.',
    ],
    mitigation: [
      'Began with a deploy: set `FLUXBASE_VERSION` back and run `docker compose -f docker-compose.production.yml up -d fluxbase`.',
      'A dependency is down: bring it back first; the application reconnects by itself.',
      'One endpoint, one caller: block the caller in NGINX until the error is understood.',
    ],
  },
  cases: [
    {
      name: 'fires five minutes after 6 % began to fail',
      given: [answered('2xx', 94), answered('5xx', 6)],
      at: '6m',
      fires: [{ description: 'Server-error share is 6%.' }],
    },
    {
      name: 'is quiet at exactly one in twenty',
      given: [answered('2xx', 95), answered('5xx', 5)],
      at: '30m',
    },
    {
      name: 'is quiet a minute before the five are over',
      given: [answered('2xx', 94), answered('5xx', 6)],
      at: '5m',
    },
    {
      name: 'is quiet while half of the requests are refused with 4xx',
      given: [answered('2xx', 5), answered('4xx', 5)],
      at: '30m',
    },
    {
      name: 'fires where every request fails and none has succeeded since the start',
      given: [answered('5xx', 1)],
      at: '6m',
      fires: [{ description: 'Server-error share is 100%.' }],
    },
    {
      name: 'is quiet without traffic',
      given: [answered('2xx', 0), answered('5xx', 0)],
      at: '30m',
    },
    { name: 'is quiet before the first request', given: [], at: '30m' },
    {
      // One burst of each path in the five minutes before: 240 of 240 + 900.
      name: 'fires where requests to two paths fail in bursts, every four minutes',
      given: [
        answered('2xx', 3),
        given(requests, { path: '/api/v1/tables', status: '5xx' }, bursts(120, '4m')),
        given(requests, { path: '/api/v1/storage', status: '5xx' }, bursts(120, '4m')),
      ],
      at: '19m',
      fires: [{ value: 240 / 1140 }],
    },
  ],
});

const duration = m.http_request_duration_seconds;

/** Of 100 requests a second `fast` take at most one second, all of them at most 2.5. */
const latency = (fast: number, all = 100) => {
  const labels = { method: 'GET', path: '/api/v1/tables/:id', status: '2xx' } as const;
  return [
    given(duration.bucket, { ...labels, le: '1' }, rising(fast)),
    given(duration.bucket, { ...labels, le: '2.5' }, rising(all)),
    given(duration.bucket, { ...labels, le: '+Inf' }, rising(all)),
  ];
};

export const highLatency = alert({
  name: 'HighLatency',
  expr: duration.quantile(0.95, { range: '5m' }).gt(1),
  for: '5m',
  severity: 'warning',
  summary: 'p95 latency above one second',
  description: 'p95 is {{ $value | humanizeDuration }}.',
  runbook: {
    meaning:
      'One request in twenty has taken longer than a second, over the last five minutes and for five minutes on end.',
    impact: 'Applications built on Fluxbase feel slow; the slowest requests begin to time out.',
    diagnosis: [
      'Application Overview, "Latency": does p50 rise as well (everything is slow) or only p99 (some requests are).',
      '"Latency by endpoint": one endpoint points to a query of its own, all of them to something shared.',
      'Services, "Query duration": slow queries of the application. Database Metrics: "Cache hit ratio", "Locks", "Long-running queries".',
      'Infrastructure, "CPU busy" and "Container CPU": is a core, or the whole host, used up.',
      'Memory and goroutines of the application that grow together: requests pile up behind something that does not answer.',
    ],
    mitigation: [
      'A query blocks the others: `SELECT pg_cancel_backend(pid)` for the oldest one in `pg_stat_activity`.',
      'A query lacks an index: add it with `CREATE INDEX CONCURRENTLY`.',
      'The host is used up: stop what does not belong there, or give it more cores.',
      'Began with a deploy: set `FLUXBASE_VERSION` back and start the container again.',
    ],
  },
  cases: [
    {
      name: 'fires at a p95 of 1.75 seconds for five minutes',
      given: latency(90),
      at: '6m',
      fires: [{ description: 'p95 is 1.75s.' }],
    },
    { name: 'is quiet at a p95 of exactly one second', given: latency(95), at: '30m' },
    { name: 'is quiet a minute before the five are over', given: latency(90), at: '5m' },
    {
      name: 'is quiet without traffic',
      given: [given(duration.bucket, { le: '+Inf' }, constant(100))],
      at: '30m',
    },
    {
      // Of four requests one takes up to two and a half seconds: p95 is four fifths of the way from one.
      name: 'fires where a quarter of the requests is slow, in bursts every four minutes',
      given: [
        given(duration.bucket, { path: '/slow', le: '1' }, constant(0)),
        given(duration.bucket, { path: '/slow', le: '2.5' }, bursts(1, '4m')),
        given(duration.bucket, { path: '/slow', le: '+Inf' }, bursts(1, '4m')),
        given(duration.bucket, { path: '/fast', le: '1' }, bursts(3, '4m')),
        given(duration.bucket, { path: '/fast', le: '2.5' }, bursts(3, '4m')),
        given(duration.bucket, { path: '/fast', le: '+Inf' }, bursts(3, '4m')),
      ],
      at: '19m',
      fires: [{ value: 2.2 }],
    },
  ],
});

export default ruleGroup('fluxbase-application', [highErrorRate, highLatency]);

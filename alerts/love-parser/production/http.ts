import {
  alert,
  bursts,
  constant,
  given,
  matches,
  rising,
  type Samples,
} from '../../../lib/index.ts';
import { m } from '../../../systems/love-parser/index.ts';

const requests = m.http_requests_total;

const answered = (status_code: string, outcome: 'success' | 'client_error' | 'error') => {
  const labels = { method: 'POST', route: '/api/broadcasts', status_code, outcome } as const;
  return (samples: Samples) => given(requests, labels, samples);
};
const ok = answered('200', 'success');
const unauthorized = answered('401', 'client_error');
const failed = answered('500', 'error');

export const highErrorRate = alert({
  name: 'HighErrorRate',
  // 4xx is no error of ours: bots and expired logins would raise it. Without a failure yet, the share is 0, not missing.
  expr: requests
    .where({ status_code: matches('5..') })
    .rate('5m')
    .sum()
    .orZero()
    .div(requests.rate('5m').sum().gt(0))
    .gt(0.05),
  for: '5m',
  severity: 'warning',
  summary: 'Over 5% of requests end in a server error',
  description:
    'Share is {{ $value | humanizePercentage }}. Look at the last deploy, then at backend logs in Loki.',
  runbook: {
    meaning:
      'Of the requests of the last five minutes, more than one in twenty was answered with a status of 5xx, for five minutes on end. 4xx does not count.',
    impact: 'Users see failed actions: searches, broadcasts and payments that do not go through.',
    diagnosis: [
      'Backend Observability, panel "Error rate per route": is it one route or all of them.',
      'Did it begin with a deploy: every dashboard marks the restarts of the backend in purple.',
      'Row "Logs" of the same dashboard, or in Explore: `{job="backend-winston", level="error"}`. Sentry, where `SENTRY_DSN` is set, has the stack traces.',
      'All routes fail: ask `/health/db`, `/health/redis` and `/health/telegram`, then open Database Health and Redis Health.',
    ],
    mitigation: [
      'Began with a deploy: roll it back.',
      'A dependency is down: bring it back first; the backend recovers by itself.',
      'One route only: switch the feature off, or fix it forward when the error is understood.',
    ],
  },
  cases: [
    {
      name: 'fires five minutes after a route was forced to answer 500',
      given: [ok(rising(94)), failed(rising(6))],
      at: '6m',
      fires: [
        {
          description: 'Share is 6%. Look at the last deploy, then at backend logs in Loki.',
        },
      ],
    },
    {
      name: 'is quiet at exactly one in twenty',
      given: [ok(rising(95)), failed(rising(5))],
      at: '30m',
    },
    {
      name: 'is quiet a minute before the five are over',
      given: [ok(rising(94)), failed(rising(6))],
      at: '5m',
    },
    {
      name: 'is quiet while half of the requests are refused with 401',
      given: [ok(rising(0.5)), unauthorized(rising(0.5))],
      at: '30m',
    },
    {
      name: 'is quiet without traffic',
      given: [ok(constant(100)), failed(constant(100))],
      at: '30m',
    },
    {
      name: 'fires where every request fails and none has succeeded since the start',
      given: [failed(rising(1))],
      at: '6m',
      fires: [
        {
          description: 'Share is 100%. Look at the last deploy, then at backend logs in Loki.',
        },
      ],
    },
    {
      // One burst of each in the five minutes before: 240 of 240 + 900.
      name: 'fires where requests fail in bursts, every four minutes',
      given: [
        ok(rising(3)),
        failed(bursts(120, '4m')),
        answered('502', 'error')(bursts(120, '4m')),
      ],
      at: '19m',
      fires: [{ value: 240 / 1140 }],
    },
  ],
});

const duration = m.http_request_duration_seconds;

/** Buckets of one route: `fast` of the 100 requests a second take at most one second, all at most two. */
const latency = (fast: number, all = 100) => {
  const labels = { method: 'GET', route: '/api/channels/search', status_code: '200' } as const;
  return [
    given(duration.bucket, { ...labels, le: '1' }, rising(fast)),
    given(duration.bucket, { ...labels, le: '2' }, rising(all)),
    given(duration.bucket, { ...labels, le: '+Inf' }, rising(all)),
  ];
};

export const highLatency = alert({
  name: 'HighLatency',
  expr: duration.quantile(0.95, { range: '5m' }).gt(1),
  for: '5m',
  severity: 'warning',
  summary: 'p95 request latency above one second',
  description: 'p95 is {{ $value | humanizeDuration }}. Check Postgres, Redis and slow handlers.',
  runbook: {
    meaning:
      'One request in twenty has taken longer than a second, over the last five minutes and for five minutes on end.',
    impact: 'The application feels slow; requests of browsers and of Robokassa begin to time out.',
    diagnosis: [
      'Backend Observability: does p50 rise as well (everything is slow) or only p99 (some requests are).',
      'Event loop lag above 100 ms: a handler computes too long, and all others wait for it.',
      'DB connections at their maximum, or waiters for Redis: the time is spent in the queue for a connection.',
      'Database Health, "Query duration" and "Slow query rate"; Redis Health, "Command latency".',
      'Telegram calls: slow answers of Telegram show as slow searches.',
    ],
    mitigation: [
      'Slow statements: end the worst with `SELECT pg_cancel_backend(pid)`, then add the index.',
      'A large parsing job or broadcast is running: pause its queue until the peak is over.',
      'CPU of the host is used up: start a second backend.',
      'Began with a deploy: roll it back.',
    ],
  },
  cases: [
    {
      name: 'fires at a p95 of one and a half seconds for five minutes',
      given: latency(90),
      at: '6m',
      fires: [{ description: 'p95 is 1.5s. Check Postgres, Redis and slow handlers.' }],
    },
    { name: 'is quiet at a p95 of exactly one second', given: latency(95), at: '30m' },
    { name: 'is quiet a minute before the five are over', given: latency(90), at: '5m' },
    { name: 'is quiet without traffic', given: latency(0, 0), at: '30m' },
    {
      // Of four requests one takes up to two seconds: p95 is four fifths of the way from one.
      name: 'fires where a quarter of the requests is slow, in bursts every four minutes',
      given: [
        given(duration.bucket, { route: '/slow', le: '1' }, constant(0)),
        given(duration.bucket, { route: '/slow', le: '2' }, bursts(1, '4m')),
        given(duration.bucket, { route: '/slow', le: '+Inf' }, bursts(1, '4m')),
        given(duration.bucket, { route: '/fast', le: '1' }, bursts(3, '4m')),
        given(duration.bucket, { route: '/fast', le: '2' }, bursts(3, '4m')),
        given(duration.bucket, { route: '/fast', le: '+Inf' }, bursts(3, '4m')),
      ],
      at: '19m',
      fires: [{ value: 1.8 }],
    },
  ],
});

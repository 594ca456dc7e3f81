import {
  alert,
  bursts,
  constant,
  given,
  inBuckets,
  observed,
  rising,
  ruleGroup,
} from '../../lib/index.ts';
import { m } from '../../systems/beacon/index.ts';

const http = m.http_request_duration_seconds;
const executions = m.runner_execution_duration_seconds;

/** Requests to a path, all of them answered between one and two and a half seconds. */
const slowPath = (path: string) => [
  given(http.bucket, { path, le: '1' }, constant(0)),
  given(http.bucket, { path, le: '2.5' }, rising(1)),
  given(http.bucket, { path, le: '+Inf' }, rising(1)),
];

export const highHttpLatency = alert({
  name: 'HighHTTPLatency',
  // Over all paths: by path there would be an alert for each, and one rarely used slow path would fire.
  expr: http.quantile(0.95, { range: '5m' }).gt(2),
  for: '3m',
  severity: 'warning',
  summary: 'HTTP p95 above two seconds',
  description: 'p95 is {{ $value | humanizeDuration }}.',
  runbook: {
    meaning: 'One of twenty HTTP requests has taken longer than two seconds over five minutes.',
    impact: 'Submitting and watching jobs is sluggish; clients with short timeouts see errors.',
    diagnosis: [
      'HTTP request latency: do all percentiles rise (the runner or its database is slow) or only p99 (a few requests are).',
      'Which path: `topk(5, sum by (path) (rate(http_request_duration_seconds_sum{job="beacon-runner"}[5m])) / (sum by (path) (rate(http_request_duration_seconds_count{job="beacon-runner"}[5m])) > 0))`.',
      'Resource usage: the machine has one shared CPU; goroutines that pile up wait for something.',
      'Did a machine just start from zero: the first requests pay for it.',
    ],
    mitigation: [
      'Restart the runner, if goroutines or memory only grow.',
      'Give it more CPU: `fly scale vm shared-cpu-2x -a beacon-runner-production`.',
      'Roll back the deploy that came just before.',
    ],
  },
  cases: [
    {
      name: 'fires once for all paths, after three minutes',
      given: [...slowPath('/jobs'), ...slowPath('/regions')],
      at: '4m',
      fires: [{ description: 'p95 is 2.425s.' }],
    },
    {
      // 17 of 20 take up to one second, the others up to two and a half: p95 is two thirds of the way between.
      name: 'is quiet at exactly two seconds',
      given: [
        given(http.bucket, { le: '1' }, rising(17)),
        given(http.bucket, { le: '2.5' }, rising(20)),
        given(http.bucket, { le: '+Inf' }, rising(20)),
      ],
      at: '20m',
    },
    { name: 'is quiet a minute early', given: slowPath('/jobs'), at: '3m' },
    {
      name: 'is quiet where one path of many is slow',
      given: [
        ...slowPath('/jobs'),
        given(http.bucket, { path: '/health', le: '1' }, rising(99)),
        given(http.bucket, { path: '/health', le: '2.5' }, rising(99)),
        given(http.bucket, { path: '/health', le: '+Inf' }, rising(99)),
      ],
      at: '20m',
    },
    {
      name: 'is quiet without requests',
      given: [
        given(http.bucket, { le: '1' }, constant(0)),
        given(http.bucket, { le: '2.5' }, constant(9)),
        given(http.bucket, { le: '+Inf' }, constant(9)),
      ],
      at: '20m',
    },
    {
      name: 'fires where requests come in bursts every four minutes',
      given: [
        given(http.bucket, { le: '1' }, constant(0)),
        given(http.bucket, { le: '2.5' }, bursts(8, '4m')),
        given(http.bucket, { le: '+Inf' }, bursts(8, '4m')),
      ],
      at: '19m',
      fires: [{ value: 2.425 }],
    },
    {
      // Of four requests one takes up to two and a half seconds: p95 is four fifths of the way from one.
      name: 'fires where a quarter of the requests is slow, whatever their path',
      given: [
        observed(http, { path: '/jobs' }, inBuckets({ 2.5: 1 })),
        observed(http, { path: '/health' }, inBuckets({ 1: 3 })),
      ],
      at: '4m',
      fires: [{ value: 2.2 }],
    },
  ],
});

const BY_REGION = { by: ['region'], range: '10m' } as const;

/** Executions in a region, all of them this long: beyond the last bucket, which is 10 s. */
const lasting = (region: 'US' | 'EU', seconds: number) => [
  given(executions.bucket, { region, le: '10' }, constant(0)),
  given(executions.bucket, { region, le: '+Inf' }, rising(1)),
  given(executions.sum, { region }, rising(seconds)),
  given(executions.count, { region }, rising(1)),
];

export const highExecutionLatency = alert({
  name: 'HighExecutionLatency',
  // The first half cannot fire before the runner has buckets above 300 s: a quantile stops at the last one, now 10 s.
  // Until then the mean speaks for it.
  expr: executions.quantile(0.95, BY_REGION).gt(300).or(executions.mean(BY_REGION).gt(300)),
  for: '5m',
  severity: 'warning',
  summary: 'Executions in {{ $labels.region }} take over five minutes',
  description: 'p95, or the mean where the buckets stop short, is {{ $value | humanizeDuration }}.',
  runbook: {
    meaning:
      'Over ten minutes the executions of a region took longer than 300 s: 95 of a hundred where the buckets reach that far, else their mean.',
    impact: 'Jobs of that region end late, and those that queue behind them start late.',
    diagnosis: [
      'Execution duration by region: one region (its providers) or all (the runner, the model, the network).',
      'Golem negotiation of that region: few offers mean that slow providers are taken because there are no others.',
      'Error rates: executions that run into a timeout appear there as failures a little later.',
      'As long as the histogram ends at 10 s, p95 says nothing above that: trust the mean.',
    ],
    mitigation: [
      'Send jobs to another region, if only one is slow.',
      'Exclude the providers that the logs name as slow.',
      'Give the histogram buckets of at least 600 s, so that p95 can be seen at all.',
    ],
  },
  cases: [
    {
      name: 'fires for the slow region by its mean, though its p95 stops at 10 s',
      given: [...lasting('US', 600.5), ...lasting('EU', 200)],
      at: '6m',
      fires: [
        {
          labels: { region: 'US' },
          summary: 'Executions in US take over five minutes',
          description: 'p95, or the mean where the buckets stop short, is 10m 0s.',
        },
      ],
    },
    {
      name: 'is quiet at exactly 300 seconds',
      given: lasting('US', 300),
      at: '30m',
    },
    { name: 'is quiet a minute early', given: lasting('US', 600.5), at: '5m' },
    {
      name: 'fires just above 300 seconds',
      given: lasting('EU', 301.5),
      at: '6m',
      fires: [
        {
          labels: { region: 'EU' },
          summary: 'Executions in EU take over five minutes',
          description: 'p95, or the mean where the buckets stop short, is 5m 1s.',
        },
      ],
    },
    {
      name: 'is quiet where nothing is executed any more',
      given: [
        given(executions.bucket, { le: '10' }, constant(0)),
        given(executions.bucket, { le: '+Inf' }, constant(5)),
        given(executions.sum, {}, constant(5000)),
        given(executions.count, {}, constant(5)),
      ],
      at: '30m',
    },
    {
      name: 'fires by the mean of all that ended, completed or failed',
      given: [
        given(executions.sum, { region: 'US', status: 'completed' }, rising(500)),
        given(executions.count, { region: 'US', status: 'completed' }, rising(1)),
        given(executions.sum, { region: 'US', status: 'failed' }, rising(701.5)),
        given(executions.count, { region: 'US', status: 'failed' }, rising(2)),
      ],
      at: '6m',
      fires: [{ labels: { region: 'US' }, value: 400.5 }],
    },
  ],
});

export default ruleGroup('beacon-latency', [highHttpLatency, highExecutionLatency]);

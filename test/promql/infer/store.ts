import { any, type Metric } from '../../../lib/catalog/index.ts';
import { type Env, envOf } from '../../../lib/promql/infer/env.ts';
import type { Fact } from '../../../lib/promql/infer/fact.ts';
import { inferAll, type Inference } from '../../../lib/promql/infer/infer.ts';
import type { Info } from '../../../lib/promql/infer/info.ts';
import { parse } from '../../../lib/promql/parser.ts';

/** A small catalog: two jobs, every kind of metric. */

const api = { help: '', jobs: ['api'] };
const worker = { help: '', jobs: ['worker'] };
const ofApi = { job: ['api'], instance: any } as const;
const ofWorker = { job: ['worker'], instance: any } as const;

export const METRICS: readonly Metric[] = [
  {
    ...api,
    name: 'requests_total',
    kind: 'counter',
    unit: 'requests',
    labels: { ...ofApi, code: ['200', '404', '500'], route: any },
  },
  {
    ...api,
    name: 'failures_total',
    kind: 'counter',
    unit: 'requests',
    labels: { ...ofApi, code: ['404', '500'] },
  },
  { ...api, name: 'sessions', kind: 'gauge', unit: 'sessions', labels: ofApi },
  { ...api, name: 'workers', kind: 'gauge', unit: 'workers', labels: ofApi },
  {
    ...worker,
    name: 'queue_depth',
    kind: 'gauge',
    unit: 'jobs',
    labels: { ...ofWorker, queue: ['mail', 'video'] },
  },
  {
    ...worker,
    name: 'queue_capacity',
    kind: 'gauge',
    unit: 'jobs',
    labels: { ...ofWorker, queue: ['mail', 'video'] },
  },
  {
    ...api,
    name: 'request_duration_seconds',
    kind: 'histogram',
    unit: 'seconds',
    labels: { ...ofApi, route: any },
    buckets: [0.1, 0.5, 1],
  },
  { ...api, name: 'payload_bytes', kind: 'histogram', unit: 'bytes', labels: ofApi, native: true },
  {
    ...api,
    name: 'rpc_latency_seconds',
    kind: 'summary',
    unit: 'seconds',
    labels: ofApi,
    quantiles: [0.5, 0.99],
  },
  { ...api, name: 'up', kind: 'gauge', unit: 'state', labels: ofApi, range: [0, 1] },
  {
    ...worker,
    name: 'up',
    kind: 'gauge',
    unit: 'state',
    labels: { ...ofWorker, shard: ['a', 'b'] },
    range: [0, 1],
  },
  { ...api, name: 'build_info', kind: 'info', unit: 'info', labels: { ...ofApi, version: any } },
  { ...api, name: 'breaker_state', kind: 'gauge', unit: 'state', labels: ofApi, range: [0, 1] },
  { ...api, name: 'fill_ratio', kind: 'gauge', unit: 'ratio', labels: ofApi, range: [0, 1] },
  { ...api, name: 'last_run_timestamp', kind: 'gauge', unit: 'timestamp', labels: ofApi },
  {
    ...api,
    name: 'cpu_seconds_total',
    kind: 'counter',
    unit: 'seconds',
    labels: { ...ofApi, mode: ['idle', 'user'] },
  },
  { ...api, name: 'sent_bytes_total', kind: 'counter', unit: 'bytes', labels: ofApi },
  { ...api, name: 'memory_bytes', kind: 'gauge', unit: 'bytes', labels: ofApi },
  { ...api, name: 'wait_seconds', kind: 'gauge', unit: 'seconds', labels: ofApi },
  { ...api, name: 'wait_milliseconds', kind: 'gauge', unit: 'milliseconds', labels: ofApi },
  { ...api, name: 'energy_joules_total', kind: 'counter', unit: 'joules', labels: ofApi },
  { ...api, name: 'power', kind: 'gauge', unit: 'watts', labels: ofApi },
  {
    ...api,
    name: 'optional_label',
    kind: 'gauge',
    unit: 'things',
    labels: { ...ofApi, zone: ['', 'east'] },
  },
  {
    help: '',
    jobs: [],
    name: 'unbound',
    kind: 'gauge',
    unit: 'things',
    labels: { color: ['red'] },
  },
];

export const STORE: Env = envOf(METRICS);

export function inferenceOf(text: string, env: Env = STORE): Inference {
  const { expr, errors } = parse(text);
  if (expr === undefined) throw new Error(`${text}: ${JSON.stringify(errors)}`);
  return inferAll(expr, env);
}

export function infoOf(text: string, env: Env = STORE): Info {
  const inference = inferenceOf(text, env);
  return inference.of(inference.expr);
}

/** The facts as one line each: the kind and what it is about. */
export function factsOf(text: string, env: Env = STORE): readonly string[] {
  return inferenceOf(text, env).facts.map(line);
}

function line(fact: Fact): string {
  const parts: unknown[] = [fact.kind];
  if ('matcher' in fact) parts.push(fact.matcher.label);
  if ('label' in fact) parts.push(fact.label);
  if ('labels' in fact) parts.push(fact.labels.join(','));
  if ('name' in fact) parts.push(fact.name);
  if ('side' in fact) parts.push(fact.side);
  if ('missing' in fact) parts.push(`missing ${fact.missing}`);
  if ('passes' in fact) parts.push(`passes ${fact.passes}`);
  if ('got' in fact) parts.push(fact.got);
  if ('outcome' in fact) parts.push(fact.outcome);
  if ('agreement' in fact) parts.push(fact.agreement);
  if ('partial' in fact && fact.partial) parts.push('partial');
  if ('guessed' in fact && fact.guessed) parts.push('guessed');
  return parts.join(' ');
}

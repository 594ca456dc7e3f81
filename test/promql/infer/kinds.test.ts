import { describe, expect, it } from 'vitest';

import { OPEN_ENV } from '../../../lib/promql/infer/env.ts';
import { infoOf } from './store.ts';

describe('kind of the values', () => {
  it.each([
    ['requests_total', 'counter'],
    ['sessions', 'gauge'],
    ['breaker_state', 'state'],
    ['build_info', 'info'],
    ['payload_bytes', 'histogram'],
    ['payload_bytes_count', 'counter'],
    ['request_duration_seconds_bucket', 'bucket'],
    ['request_duration_seconds_sum', 'counter'],
    ['rpc_latency_seconds', 'quantile'],
    ['rpc_latency_seconds_count', 'counter'],
    ['mystery', 'unknown'],

    ['rate(requests_total[5m])', 'rate'],
    ['increase(requests_total[5m])', 'rate'],
    ['rate(request_duration_seconds_bucket[5m])', 'bucket-rate'],
    ['rate(payload_bytes[5m])', 'histogram-rate'],
    ['rate(mystery[5m])', 'unknown'],
    ['delta(sessions[5m])', 'gauge'],
    ['delta(payload_bytes[5m])', 'histogram-rate'],
    ['resets(requests_total[5m])', 'gauge'],
    ['max_over_time(requests_total[5m])', 'counter'],
    ['avg_over_time(breaker_state[5m])', 'gauge'],
    ['max_over_time(breaker_state[5m])', 'state'],
    ['present_over_time(sessions[5m])', 'state'],

    ['sum(requests_total)', 'counter'],
    ['count(requests_total)', 'gauge'],
    ['topk(3, requests_total)', 'counter'],
    ['sum by (le) (rate(request_duration_seconds_bucket[5m]))', 'bucket-rate'],
    ['sum(up)', 'gauge'],
    ['max(up)', 'state'],
    ['group(requests_total)', 'state'],

    ['requests_total * 8', 'counter'],
    ['requests_total > 5', 'counter'],
    ['requests_total - 5', 'gauge'],
    ['requests_total > bool 5', 'state'],
    ['-requests_total', 'gauge'],
    ['requests_total - requests_total', 'gauge'],
    ['requests_total * on (job, instance) group_left build_info', 'counter'],
    ['build_info * on (job, instance) group_right sessions', 'gauge'],
    ['requests_total and sessions', 'counter'],
    ['requests_total or sessions', 'unknown'],
    ['rate(requests_total[5m]) or vector(0)', 'rate'],

    ['histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m]))', 'quantile'],
    ['histogram_fraction(0, 1, payload_bytes)', 'gauge'],
    ['histogram_sum(payload_bytes)', 'gauge'],
    ['absent(sessions)', 'state'],
    ['time()', 'gauge'],
    ['label_replace(requests_total, "a", "b", "", "")', 'counter'],
    ['unknown_function(requests_total)', 'unknown'],
  ])('%s: %s', (text, kind) => {
    expect(infoOf(text).kind).toBe(kind);
  });

  it.each([
    ['x_total', 'counter'],
    ['x_bucket', 'bucket'],
    ['x_info', 'info'],
    ['x_created', 'gauge'],
    ['up', 'state'],
    ['x', 'unknown'],
  ])('by the name alone, %s: %s', (text, kind) => {
    expect(infoOf(text, OPEN_ENV).kind).toBe(kind);
  });
});

describe('type of the value', () => {
  it.each([
    ['1 + 2', 'scalar'],
    ['sessions', 'vector'],
    ['sessions + 1', 'vector'],
    ['sessions[5m]', 'matrix'],
    ['sessions[5m:1m]', 'matrix'],
    ['"text"', 'string'],
    ['-(1)', 'scalar'],
    ['scalar(sessions)', 'scalar'],
    ['$query', 'unknown'],
  ])('%s: %s', (text, type) => {
    expect(infoOf(text).type).toBe(type);
  });
});

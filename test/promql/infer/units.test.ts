import { describe, expect, it } from 'vitest';

import { OPEN_ENV } from '../../../lib/promql/infer/env.ts';
import { unitText } from '../../../lib/promql/infer/inferred-unit.ts';
import { infoOf } from './store.ts';

describe('unit of a result', () => {
  it.each([
    ['wait_seconds', 'seconds'],
    ['wait_milliseconds', 'milliseconds'],
    ['sessions', 'sessions'],
    ['fill_ratio', 'ratio'],
    ['last_run_timestamp', 'seconds since 1970'],
    ['power', 'joules/s'],
    ['request_duration_seconds_bucket', 'count'],
    ['request_duration_seconds_count', 'count'],
    ['request_duration_seconds_sum', 'seconds'],
    ['rpc_latency_seconds', 'seconds'],
    ['5', 'number'],
    ['vector(5)', 'number'],
    ['time()', 'seconds since 1970'],
    ['mystery', undefined],
    ['{job="api"}', undefined],

    ['rate(requests_total[5m])', 'requests/s'],
    ['irate(sent_bytes_total[5m])', 'bytes/s'],
    ['deriv(memory_bytes[5m])', 'bytes/s'],
    ['rate(cpu_seconds_total[5m])', 'usage'],
    ['rate(energy_joules_total[5m])', 'joules/s'],
    ['increase(requests_total[5m])', 'requests'],
    ['delta(memory_bytes[5m])', 'bytes'],
    ['predict_linear(memory_bytes[1h], 3600)', 'bytes'],
    ['resets(requests_total[5m])', 'count'],
    ['changes(memory_bytes[5m])', 'count'],
    ['rate(mystery[5m])', undefined],

    ['sum(memory_bytes)', 'bytes'],
    ['avg by (job) (memory_bytes)', 'bytes'],
    ['topk(3, memory_bytes)', 'bytes'],
    ['quantile(0.5, memory_bytes)', 'bytes'],
    ['stddev(memory_bytes)', 'bytes'],
    ['stdvar(memory_bytes)', 'bytes^2'],
    ['sqrt(stdvar(memory_bytes))', 'bytes'],
    ['count(memory_bytes)', 'count'],
    ['count_values("v", memory_bytes)', 'count'],
    ['group(memory_bytes)', 'state'],
    ['sum(up)', 'count'],
    ['avg(up)', 'ratio'],
    ['sum(up) / count(up)', 'ratio'],
    ['sum(last_run_timestamp)', undefined],
    ['max(last_run_timestamp)', 'seconds since 1970'],

    ['max_over_time(memory_bytes[1h])', 'bytes'],
    ['sum_over_time(memory_bytes[1h])', 'bytes'],
    ['avg_over_time(up[1h])', 'ratio'],
    ['count_over_time(memory_bytes[1h])', 'count'],
    ['stdvar_over_time(memory_bytes[1h])', 'bytes^2'],
    ['ts_of_max_over_time(memory_bytes[1h])', 'seconds since 1970'],
    ['timestamp(memory_bytes)', 'seconds since 1970'],

    ['memory_bytes * wait_seconds', 'bytes·seconds'],
    ['memory_bytes / wait_seconds', 'bytes/s'],
    ['memory_bytes / memory_bytes', 'ratio'],
    ['memory_bytes / mystery', undefined],
    ['memory_bytes / scalar(memory_bytes)', 'ratio'],
    ['1 / wait_seconds', '1/s'],
    ['rate(failures_total[5m]) / ignoring (route) rate(requests_total[5m])', 'ratio'],
    ['sum(sessions) / sum(workers)', 'sessions/workers'],
    ['fill_ratio * memory_bytes', 'bytes'],
    ['memory_bytes * up', 'bytes'],
    ['memory_bytes * on (job, instance) group_left (version) build_info', 'bytes'],
    [
      'rate(request_duration_seconds_sum[5m]) / rate(request_duration_seconds_count[5m])',
      'seconds',
    ],
    ['memory_bytes ^ 2', 'bytes^2'],
    ['memory_bytes ^ wait_seconds', undefined],
    ['memory_bytes % 1024', 'bytes'],

    ['fill_ratio * 100', 'percent'],
    ['100 * fill_ratio', 'percent'],
    ['100 - fill_ratio * 100', 'percent'],
    ['(1 - fill_ratio) * 100', 'percent'],
    ['fill_ratio * 100 / 100', 'ratio'],
    ['avg(rate(cpu_seconds_total[5m])) * 100', 'percent'],
    ['memory_bytes * 8', 'bits'],
    ['memory_bytes / 1024 / 1024', 'mebibytes'],
    ['rate(sent_bytes_total[5m]) * 8', 'bits/s'],
    ['rate(sent_bytes_total[5m]) / 1024 / 1024', 'mebibytes/s'],
    ['rate(sent_bytes_total[5m]) * 60', 'bytes/min'],
    ['wait_seconds * 1000', 'milliseconds'],
    ['wait_seconds * 1e3 * 1e3', 'microseconds'],
    ['wait_seconds / 60', 'minutes'],
    ['wait_seconds / 3600', 'hours'],
    ['wait_milliseconds / 1000', 'seconds'],
    ['rate(requests_total[5m]) * 60', 'requests/min'],
    ['rate(requests_total[5m]) * 60 * 60', 'requests/h'],
    ['rate(requests_total[5m]) * 86400', 'requests/d'],
    ['rate(requests_total[5m]) * 300', undefined],
    ['rate(requests_total[5m]) * 1.5', 'requests/s'],
    ['last_run_timestamp * 1000', 'milliseconds since 1970'],
    ['wait_seconds * -1', 'seconds'],
    ['sessions * 1000', undefined],

    ['time() - last_run_timestamp', 'seconds'],
    ['time() - last_run_timestamp * 1000', undefined],
    ['(time() - last_run_timestamp) * 1000', 'milliseconds'],
    ['time() + 3600', 'seconds since 1970'],
    ['last_run_timestamp - wait_seconds', 'seconds since 1970'],

    ['memory_bytes + 5', 'bytes'],
    ['memory_bytes + wait_seconds', undefined],
    ['sum(sessions) + count(up)', 'sessions'],
    ['memory_bytes > 5', 'bytes'],
    ['5 < memory_bytes', 'bytes'],
    ['memory_bytes > bool 5', 'state'],
    ['memory_bytes and sessions', 'bytes'],
    ['sum(memory_bytes) or vector(0)', 'bytes'],
    ['memory_bytes or wait_seconds', undefined],

    ['histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m]))', 'seconds'],
    ['histogram_quantile(0.9, sum by (le) (rate(request_duration_seconds_bucket[5m])))', 'seconds'],
    ['histogram_quantile(0.9, sum(rate(payload_bytes[5m])))', 'bytes'],
    ['histogram_avg(rate(payload_bytes[5m]))', 'bytes'],
    ['histogram_fraction(0, 1, rate(payload_bytes[5m]))', 'ratio'],
    ['histogram_count(rate(payload_bytes[5m]))', '1/s'],
    [
      'sum(rate(request_duration_seconds_bucket{le="0.5"}[5m])) / sum(rate(request_duration_seconds_count[5m]))',
      'ratio',
    ],

    ['abs(memory_bytes)', 'bytes'],
    ['clamp_min(memory_bytes, 0)', 'bytes'],
    ['ln(memory_bytes)', 'number'],
    ['hour()', 'count'],
    ['absent(memory_bytes)', 'state'],
    ['label_replace(memory_bytes, "a", "b", "", "")', 'bytes'],
  ])('%s: %s', (text, unit) => {
    const found = infoOf(text).unit;
    expect(found && unitText(found)).toBe(unit);
  });

  it.each([
    ['x_seconds', 'seconds'],
    ['x_seconds_total', 'seconds'],
    ['rate(x_bytes_total[5m])', 'bytes/s'],
    ['rate(x_total[5m])', '1/s'],
    ['x_ratio', 'ratio'],
    ['x_start_time_seconds', 'seconds since 1970'],
    ['histogram_quantile(0.9, rate(x_seconds_bucket[5m]))', 'seconds'],
    ['breaker_state', undefined],
    ['job:x_seconds:sum', undefined],
    ['up', 'state'],
  ])('by the name alone, %s: %s', (text, unit) => {
    const found = infoOf(text, OPEN_ENV).unit;
    expect(found && unitText(found)).toBe(unit);
  });

  it('keeps dimensions and scale apart', () => {
    expect(infoOf('rate(sent_bytes_total[5m]) / 1e6').unit).toEqual({
      dimensions: { bytes: 1, seconds: -1 },
      scale: 1e6,
    });
    expect(infoOf('fill_ratio * 100').unit).toEqual({ dimensions: {}, scale: 0.01, role: 'ratio' });
  });
});

describe('whether a unit is declared', () => {
  it.each([
    ['memory_bytes', false],
    ['mystery_bytes', true],
    ['memory_bytes / mystery_bytes', true],
    ['count(mystery_bytes)', false],
    ['vector(1)', false],
    ['up', false],
  ])('%s: guessed %s', (text, guessed) => {
    expect(infoOf(text).guessed).toBe(guessed);
  });
});

import { describe, expect, it } from 'vitest';

import {
  alwaysReturns,
  knownValue,
  neverReturns,
  rangeOf,
} from '../../../lib/promql/infer/info.ts';
import { infoOf } from './store.ts';

describe('expressions that never return', () => {
  it.each([
    ['requests_total{code="5xx"}', 'no-series-left'],
    ['requests_total{code="500"}', undefined],
    ['sum(rate(requests_total{code="5xx"}[5m]))', 'no-series-left'],
    ['count(requests_total{code="5xx"})', 'no-series-left'],
    ['requests_total{code="5xx"} or sessions', undefined],
    ['requests_total{code="5xx"} or vector(0)', undefined],
    ['sessions unless requests_total{code="5xx"}', undefined],
    ['sessions and on (job) requests_total{code="5xx"}', 'no-series-left'],
    ['sessions + on (job) group_right requests_total{code="5xx"}', 'no-series-left'],
    ['sessions + fill(0) sessions{job="nowhere"}', undefined],
    ['sessions + fill_left(0) sessions{job="nowhere"}', 'no-series-left'],
    ['sessions + fill_right(0) sessions{job="nowhere"}', undefined],
    ['requests_total{code="5xx"} > $limit', 'no-series-left'],

    ['vector(0) > 0', 'comparison-never'],
    ['sum(vector(0) > 0)', 'comparison-never'],
    ['vector(0) > bool 0', undefined],
    ['vector(1) > vector(2)', 'comparison-never'],
    ['count(sessions) < 1', 'comparison-never'],
    ['rate(requests_total[5m]) < 0', 'comparison-never'],
    ['increase((0 * absent(sessions))[15m:1m]) > 0', 'comparison-never'],
    ['increase((0 * absent(sessions) or sessions)[15m:1m]) > 0', undefined],
    ['increase((sum(sessions) or 0 * absent(sessions))[15m:1m]) > 0', undefined],
    ['sessions == NaN', 'comparison-never'],
    ['payload_bytes > 5', 'compares-histogram'],
    ['payload_bytes >/ 5', undefined],
    ['histogram_count(payload_bytes) > 5', undefined],

    ['sessions / queue_depth', 'match-never'],
    ['sessions and sum(workers)', 'match-never'],
    ['sessions and on () sum(workers)', undefined],
    ['sessions unless on () vector(1)', 'always-removed'],
    ['sessions unless on (job) vector(1)', undefined],
    ['sum(sessions) unless vector(1)', 'always-removed'],

    ['absent(vector(1))', 'never-absent'],
    ['absent(sessions)', undefined],
    ['histogram_quantile(0.9, sum(rate(request_duration_seconds_bucket[5m])))', 'needs-le'],
    ['histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m]))', undefined],
    ['histogram_quantile(0.9, sum(rate(payload_bytes[5m])))', undefined],
    ['histogram_quantile(0.9, sum(rate(mystery_bucket[5m])))', undefined],
    ['histogram_sum(sessions)', 'takes-histograms'],
    ['histogram_sum(mystery)', undefined],
  ])('%s: %s', (text, code) => {
    expect(neverReturns(infoOf(text))?.code).toBe(code);
  });
});

describe('expressions that always return', () => {
  it.each([
    ['1', true],
    ['time()', true],
    ['vector(1)', true],
    ['hour()', true],
    ['sessions', false],
    ['scalar(sessions)', true],
    ['sum(sessions)', false],
    ['sum(sessions) or vector(0)', true],
    ['sessions or vector(0)', true],
    ['sum(sessions or vector(0))', true],
    ['sum by (job) (sessions or vector(0))', true],
    ['topk(1, sessions or vector(0))', false],
    ['vector(1) + vector(2)', true],
    ['vector(1) + sessions', false],
    ['vector(1) > 0', true],
    ['vector(1) > bool 2', true],
    ['(sum(sessions) or vector(1)) > 0', true],
    ['(sum(sessions) or vector(0)) > 0', false],
    ['(sum(sessions) or vector(0)) > bool 0', true],
    ['vector(1) and vector(2)', true],
    ['vector(1) and sessions', false],
    ['vector(1) unless sessions', false],
    ['absent(sessions{job="nowhere"})', true],
    ['max_over_time(vector(1)[5m:1m])', false],
    ['label_replace(vector(1), "a", "b", "", "")', true],
  ])('%s: %s', (text, always) => {
    expect(alwaysReturns(infoOf(text))).toBe(always);
  });
});

describe('known values', () => {
  it.each([
    ['2 ^ 5', 32],
    ['(2 ^ 5 + 11) % 5', 3],
    ['1 - -1', 2],
    ['-2 ^ 2', -4],
    ['1 / 0', Infinity],
    ['pi()', Math.PI],
    ['vector(3) * 2', 6],
    ['sum(vector(2))', 2],
    ['count(vector(2))', 1],
    ['3 > bool 2', 1],
    ['max_of(1, 2)', 2],
    ['absent(sessions)', 1],
    ['group(sessions)', 1],
    ['clamp_min(vector(1), 5)', 5],
    ['sum(sessions) or vector(0)', undefined],
    ['sum(vector(2) or on () vector(3))', 2],
    ['sum(sessions or vector(2))', undefined],
    ['sessions', undefined],
  ])('%s: %s', (text, value) => {
    expect(knownValue(infoOf(text))).toBe(value);
  });

  it.each([
    ['sessions', -Infinity, Infinity],
    ['requests_total', 0, Infinity],
    ['rate(requests_total[5m])', 0, Infinity],
    ['sum(rate(requests_total[5m]))', 0, Infinity],
    ['rate(requests_total[5m]) * 60 + 1', 1, Infinity],
    ['fill_ratio', 0, 1],
    ['1 - fill_ratio', 0, 1],
    ['-fill_ratio', -1, -0],
    ['sum(fill_ratio)', 0, Infinity],
    ['avg(fill_ratio)', 0, 1],
    ['quantile(2, fill_ratio)', -Infinity, Infinity],
    ['count(sessions)', 1, Infinity],
    ['sessions > 5', 5, Infinity],
    ['5 > sessions', -Infinity, 5],
    ['clamp(sessions, 1, 3)', 1, 3],
    ['fill_ratio or vector(7)', 0, 7],
    ['rate(mystery_total[5m])', -Infinity, Infinity],
    ['month()', 1, 12],
  ])('%s: %d to %d', (text, min, max) => {
    expect(rangeOf(infoOf(text))).toMatchObject({ min, max });
  });
});

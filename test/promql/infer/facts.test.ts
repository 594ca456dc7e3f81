import { describe, expect, it } from 'vitest';

import { OPEN_ENV } from '../../../lib/promql/infer/env.ts';
import { factsOf, inferenceOf } from './store.ts';

describe('selectors', () => {
  it.each([
    ['sesions', ['metric-unknown sesions']],
    ['sessions', []],
    ['request_duration_seconds', ['metric-unknown request_duration_seconds']],
    ['request_duration_seconds_bucket', []],
    ['payload_bytes_bucket', ['metric-unknown payload_bytes_bucket']],
    ['payload_bytes_count', []],
    ['rpc_latency_seconds_bucket', ['metric-unknown rpc_latency_seconds_bucket']],
    ['ALERTS{alertname="X"}', []],
    ['scrape_duration_seconds', []],
    ['$metric', []],

    ['requests_total{cod="200"}', ['matcher-label-unknown cod passes none']],
    ['requests_total{cod!="200"}', ['matcher-label-unknown cod passes all']],
    ['requests_total{cod=""}', ['matcher-label-unknown cod passes all']],
    ['requests_total{cod=~"$cod"}', ['matcher-label-unknown cod passes none']],
    ['unbound{cod="200"}', []],
    ['up{shard="a"}', []],
    ['up{job="api",shard="a"}', []],

    ['requests_total{code="5xx"}', ['matcher-value-unknown code']],
    ['requests_total{code=~"5xx|6.."}', ['matcher-value-unknown code']],
    ['requests_total{code=~"5..|6.."}', []],
    ['requests_total{code=""}', ['matcher-value-unknown code']],
    ['requests_total{route=""}', ['matcher-contradiction route']],
    ['requests_total{route="/"}', []],
    ['requests_total{code="200",code="404"}', ['matcher-contradiction code']],
    ['requests_total{code="200",code!="200"}', ['matcher-contradiction code']],
    ['requests_total{code=~"2..|4..",code="404"}', []],
    ['requests_total{code="$code"}', []],

    ['requests_total{code=~"2..|4..|5.."}', ['matcher-tautology code']],
    ['requests_total{code!="302"}', ['matcher-tautology code']],
    ['requests_total{code=~"2..|4.."}', []],
    ['sessions{job="api"}', []],
    ['sessions{job=~"api|worker"}', []],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });

  it.each([
    ['x{a="1",a="2"}', ['matcher-contradiction a']],
    ['x{a="1",a!~"1|2"}', ['matcher-contradiction a']],
    ['x{a="1",a=~"1|2"}', []],
    ['x{a="1",a!="2"}', []],
    ['x{a!="1"}', []],
  ])('without a catalog: %s', (text, facts) => {
    expect(factsOf(text, OPEN_ENV)).toEqual(facts);
  });

  it('names the histogram whose series have suffixes', () => {
    const [fact] = inferenceOf('request_duration_seconds').facts;
    expect(fact).toMatchObject({ kind: 'metric-unknown', parent: 'request_duration_seconds' });
  });
});

describe('aggregations', () => {
  it.each([
    ['sum by (cod) (requests_total)', ['group-label-impossible cod']],
    ['sum by (code) (requests_total)', []],
    ['sum by ($by) (requests_total)', []],
    ['sum by (shard) (up)', ['group-label-impossible shard partial']],
    ['sum by (__name__) (sessions)', []],
    ['sum by (__name__) (rate(requests_total[5m]))', []],
    ['sum by (job) (sum by (code) (requests_total))', ['group-label-impossible job']],
    ['sum without (cod) (requests_total)', ['without-noop cod']],
    ['sum without (code) (requests_total)', []],
    ['topk by (cod) (3, requests_total)', ['group-label-impossible cod']],

    ['avg(rpc_latency_seconds)', ['aggregates-quantiles']],
    ['max(rpc_latency_seconds)', []],
    ['sum(rpc_latency_seconds_count)', []],
    [
      'avg(histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m])))',
      ['aggregates-quantiles'],
    ],
    ['topk(3, histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m])))', []],
    ['max(payload_bytes)', ['aggregates-histograms']],
    ['sum(payload_bytes)', []],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });
});

describe('functions', () => {
  it.each([
    ['rate(sessions[5m])', ['needs-counter gauge']],
    ['rate(requests_total[5m])', []],
    ['rate(request_duration_seconds_bucket[5m])', []],
    ['rate(request_duration_seconds_sum[5m])', []],
    ['rate(payload_bytes[5m])', []],
    ['increase(breaker_state[5m])', ['needs-counter state']],
    ['resets(sessions[5m])', ['needs-counter gauge']],
    ['changes(sessions[5m])', []],
    ['rate(rpc_latency_seconds[5m])', ['needs-counter quantile']],

    ['delta(requests_total[5m])', ['needs-gauge counter']],
    ['delta(sessions[5m])', []],
    ['deriv(requests_total[5m])', ['needs-gauge counter']],
    ['predict_linear(requests_total[1h], 3600)', ['needs-gauge counter']],
    ['avg_over_time(requests_total[5m])', ['needs-gauge counter']],
    ['max_over_time(requests_total[5m])', []],
    ['last_over_time(requests_total[5m])', []],
    ['count_over_time(requests_total[5m])', []],

    ['rate(sum(requests_total)[5m:])', ['rate-of-aggregate']],
    ['rate(rate(requests_total[5m])[5m:])', ['rate-of-rate']],
    ['rate(requests_total[5m:])', []],

    ['histogram_quantile(0.9, rate(requests_total[5m]))', ['needs-buckets rate']],
    ['histogram_quantile(0.9, sessions)', ['needs-buckets gauge']],
    ['histogram_quantile(0.9, rate(request_duration_seconds_count[5m]))', ['needs-buckets rate']],
    ['histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m]))', []],
    ['histogram_quantile(0.9, sum(rate(payload_bytes[5m])))', []],
    ['histogram_quantile(0.9, request_duration_seconds_bucket)', ['raw-buckets']],
    ['histogram_quantile(0.9, payload_bytes)', ['raw-buckets']],
    [
      'histogram_quantile(0.9, sum by (job) (rate(request_duration_seconds_bucket[5m])))',
      ['needs-le'],
    ],
    ['histogram_quantile(0.9, sum by (job, le) (rate(request_duration_seconds_bucket[5m])))', []],
    ['histogram_quantile(0.9, sum by (job) (request_duration_seconds_bucket))', ['needs-le']],
    [
      'histogram_sum(rate(request_duration_seconds_bucket[5m]))',
      ['needs-native-histogram bucket-rate'],
    ],
    ['histogram_sum(rate(payload_bytes[5m]))', []],

    ['label_replace(sessions, "a", "$1", "zone", "(.+)")', ['source-label-impossible zone']],
    ['label_replace(sessions, "a", "$1", "job", "(.+)")', []],
    ['label_replace(sessions, "a", "x", "", "")', []],

    ['absent(vector(1))', ['never-absent']],
    ['absent(sum(sessions) or vector(0))', ['never-absent']],
    ['absent(sessions)', []],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });

  it.each([
    ['rate(x_total[5m])', []],
    ['delta(x_total[5m])', ['needs-gauge counter guessed']],
    ['rate(x[5m])', []],
    ['rate(job:x:rate5m_total[5m])', []],
    ['histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])))', ['needs-le guessed']],
    ['histogram_quantile(0.9, sum by (job) (rate(x[5m])))', []],
  ])('by the name alone: %s', (text, facts) => {
    expect(factsOf(text, OPEN_ENV)).toEqual(facts);
  });
});

describe('joins', () => {
  it.each([
    ['sessions / workers', []],
    ['sessions / queue_depth', ['match-never job']],
    ['sum by (job) (sessions) / sum by (job) (queue_depth)', ['match-never job']],
    ['sum(sessions) / sum(queue_depth)', []],
    ['sum by (job) (sessions) / sum(workers)', ['match-never job missing right']],
    ['queue_depth{queue="mail"} / queue_depth{queue="video"}', ['match-never queue']],
    ['queue_depth{queue="mail"} / ignoring (queue) queue_depth{queue="video"}', []],
    ['queue_depth{queue="mail"} and queue_depth{queue=~"video"}', ['match-never queue']],
    ['queue_depth{queue!="mail"} and queue_depth{queue="mail"}', ['match-never queue']],
    ['queue_depth{queue="$q"} / queue_depth{queue="video"}', []],
    ['sessions and on (instance) queue_depth', []],
    ['sessions and sum(queue_depth)', ['match-never job missing right']],
    ['sessions and on () sum(queue_depth)', []],
    ['sessions unless sum(queue_depth)', ['match-never job missing right']],
    ['sessions unless on () sum(queue_depth)', []],
    [
      'sessions + on (shard) up{job="worker"}',
      ['match-never shard missing left', 'on-label-impossible shard left'],
    ],
    ['sessions * on (zone) workers', ['on-label-impossible zone both']],
    ['optional_label * on (zone) workers', ['on-label-impossible zone right']],
    ['sessions * ignoring (zone) workers', ['ignoring-noop zone']],
    ['sessions * fill(0) queue_depth', []],
    ['sessions * on ($on) queue_depth', []],
    ['up{job="worker"} / queue_depth', ['match-never shard missing right']],
    ['up / sessions', ['match-never job partial']],

    ['failures_total / ignoring (code) sessions', ['many-to-one code left']],
    ['failures_total{code="500"} / ignoring (code) sessions', []],
    ['failures_total / ignoring (code) group_left sessions', []],
    ['sessions / ignoring (code) failures_total', ['many-to-one code right']],
    [
      'sum by (job) (failures_total) / on (job) sum by (job, code) (failures_total)',
      ['many-to-one code right'],
    ],
    ['sessions / on (job, instance) workers', []],
    ['sessions and ignoring (code) failures_total', []],
    ['sessions / on (job, instance) group_left failures_total', ['group-side-wrong code right']],
    ['sessions / on (job, instance) group_right failures_total', []],

    ['sessions * on (job, instance) group_left (version) build_info', []],
    [
      'sessions * on (job, instance) group_left (zone) build_info',
      ['include-impossible zone right'],
    ],
    [
      'build_info * on (job, instance) group_right (zone) sessions',
      ['include-impossible zone left'],
    ],
    ['sessions * on (job) group_left (instance) build_info', ['include-present instance left']],

    ['sum by (queue) (queue_depth) or sum by (queue) (queue_capacity)', []],
    ['sum by (queue) (queue_depth) or vector(0)', ['or-label-clash queue']],
    ['sum by (queue) (queue_depth) or on () vector(0)', []],
    ['sum(queue_depth) or vector(0)', []],
    ['vector(0) or sum(queue_depth)', ['or-unreachable']],
    ['vector(0) or queue_depth', ['or-label-clash job,instance,queue']],
    ['vector(0) or on () queue_depth', ['or-unreachable']],
    ['sessions unless on () vector(1)', ['unless-always']],
    ['sessions unless vector(1)', ['match-never job missing right']],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });

  it.each([
    ['a / b', []],
    ['a{x="1"} / b{x="2"}', ['match-never x']],
    ['a{x="1"} / b{y="2"}', []],
    ['a{x="1"} / on (y) b{x="2"}', []],
    ['a / on (x) sum by (y) (b)', ['on-label-impossible x right']],
    [
      'a{x="1"} / on (x) sum by (y) (b)',
      ['match-never x missing right', 'on-label-impossible x right'],
    ],
    ['sum by (x) (a) / sum by (y) (b)', []],
    ['a * on (x) group_left (z) sum by (x) (b)', ['include-impossible z right']],
    ['a{z="1"} * on (x) group_left (z) b', ['include-present z left']],
  ])('without a catalog: %s', (text, facts) => {
    expect(factsOf(text, OPEN_ENV)).toEqual(facts);
  });

  it('says nothing new of operands that never return', () => {
    expect(factsOf('requests_total{code="5xx"} / sessions')).toEqual([
      'matcher-value-unknown code',
    ]);
  });

  it('says which values differ', () => {
    const [fact] = inferenceOf('queue_depth{queue="mail"} / queue_depth{queue="video"}').facts;
    expect(fact).toMatchObject({ left: ['mail'], right: ['video'], partial: false });
  });
});

describe('comparisons', () => {
  it.each([
    ['vector(0) > 0', ['comparison-constant never']],
    ['vector(1) > 0', ['comparison-constant always']],
    ['1 > bool 2', ['comparison-constant never']],
    ['sum(sessions) or vector(0) > 0', ['comparison-constant never']],
    ['(sum(sessions) or vector(0)) > 0', ['comparison-constant never partial']],
    ['count(sessions) < 1', ['comparison-constant never']],
    ['count(sessions) == 0', ['comparison-constant never']],
    ['count(sessions) > 0', ['comparison-constant always']],
    ['count(sessions) > 1', []],
    ['rate(requests_total[5m]) < 0', ['comparison-constant never']],
    ['rate(requests_total[5m]) >= 0', []],
    ['rate(requests_total[5m]) > 0', []],
    ['fill_ratio > 90', ['comparison-constant never']],
    ['fill_ratio > 0.9', []],
    ['fill_ratio * 100 > 90', []],
    ['fill_ratio * 100 > 101', ['comparison-constant never']],
    ['breaker_state == 2', ['comparison-constant never']],
    ['breaker_state == 1', []],
    ['absent(sessions) > 0', ['comparison-constant always']],
    ['absent(sessions) > 1', ['comparison-constant never']],
    ['sessions == NaN', ['comparison-constant never']],
    ['sessions != NaN', ['comparison-constant always']],
    ['sessions > 5 < 3', ['comparison-constant never']],
    ['sessions > 5 < 8', []],
    ['sessions > 5 == bool 1', ['comparison-constant never']],
    ['(sessions > bool 5) == 2', ['comparison-constant never']],
    ['hour() > 23', ['comparison-constant never']],
    ['clamp_max(sessions, 10) > 10', ['comparison-constant never']],
    ['time() - last_run_timestamp > 60', []],
    ['abs(sessions) < 0', ['comparison-constant never']],
    ['3 < vector(2)', ['comparison-constant never']],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });
});

describe('units', () => {
  it.each([
    ['wait_seconds + wait_seconds', []],
    ['wait_seconds + memory_bytes', ['unit-mismatch dimension']],
    ['wait_seconds + wait_milliseconds', ['unit-mismatch scale']],
    ['wait_seconds * 1000 + wait_milliseconds', []],
    ['wait_seconds > wait_milliseconds / 1000', []],
    ['memory_bytes > wait_seconds', ['unit-mismatch dimension']],
    ['memory_bytes > 1000', []],
    ['memory_bytes or wait_seconds', ['unit-mismatch dimension']],
    ['memory_bytes or vector(0)', ['or-label-clash job,instance']],
    ['sessions + workers', ['unit-mismatch counts']],
    ['sessions + count by (job, instance) (sessions)', []],
    ['memory_bytes / wait_seconds', []],
    ['last_run_timestamp + wait_seconds', []],
    ['last_run_timestamp - wait_seconds', []],
    ['time() - wait_seconds > last_run_timestamp', []],
    ['time() - last_run_timestamp > wait_seconds', []],
    ['time() > wait_seconds', ['unit-mismatch dimension']],
    ['rate(energy_joules_total[5m]) > power', []],
    ['sessions + mystery', ['metric-unknown mystery']],
  ])('%s', (text, facts) => {
    expect(factsOf(text)).toEqual(facts);
  });
});

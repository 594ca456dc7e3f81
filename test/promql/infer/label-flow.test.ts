import { describe, expect, it } from 'vitest';

import { OPEN_ENV } from '../../../lib/promql/infer/env.ts';
import { labelOf, labelsOf } from '../../../lib/promql/infer/info.ts';
import { explain } from '../../../lib/promql/infer/reason.ts';
import { infoOf } from './store.ts';

describe('labels of declared metrics', () => {
  it.each([
    ['requests_total', ['code', 'instance', 'job', 'route']],
    ['{job="api"}', undefined],
    ['nowhere_declared', undefined],
    ['unbound', undefined],
    ['request_duration_seconds_bucket', ['instance', 'job', 'le', 'route']],
    ['request_duration_seconds_count', ['instance', 'job', 'route']],
    ['rpc_latency_seconds', ['instance', 'job', 'quantile']],
    ['payload_bytes', ['instance', 'job']],
    ['up', ['instance', 'job', 'shard']],
    ['up{job="api"}', ['instance', 'job']],
    ['up{job=~"work.*"}', ['instance', 'job', 'shard']],

    ['rate(requests_total[5m])', ['code', 'instance', 'job', 'route']],
    ['max_over_time(rate(requests_total[5m])[1h:])', ['code', 'instance', 'job', 'route']],
    ['requests_total offset 1h', ['code', 'instance', 'job', 'route']],
    ['requests_total @ end()', ['code', 'instance', 'job', 'route']],
    ['-sessions', ['instance', 'job']],
    ['(sessions)', ['instance', 'job']],

    ['sum(requests_total)', []],
    ['sum by () (requests_total)', []],
    ['sum by (code) (requests_total)', ['code']],
    ['sum by (code, nothing) (requests_total)', ['code']],
    ['sum by ($by) (requests_total)', ['code', 'instance', 'job', 'route']],
    ['sum without (code, route) (requests_total)', ['instance', 'job']],
    ['topk(3, requests_total)', ['code', 'instance', 'job', 'route']],
    ['bottomk by (code) (3, requests_total)', ['code', 'instance', 'job', 'route']],
    ['limitk(3, requests_total)', ['code', 'instance', 'job', 'route']],
    ['limit_ratio(0.5, requests_total)', ['code', 'instance', 'job', 'route']],
    ['count_values("n", sessions)', ['n']],
    ['count_values by (job) ("n", sessions)', ['job', 'n']],
    ['count_values without (job) ("job", sessions)', ['instance', 'job']],
    ['quantile(0.9, requests_total)', []],

    ['sessions * 2', ['instance', 'job']],
    ['2 > sessions', ['instance', 'job']],
    ['sessions + workers', ['instance', 'job']],
    ['sessions + on (job) workers', ['job']],
    ['sessions + on () workers', []],
    [
      'requests_total / ignoring (code) sum without (code) (requests_total)',
      ['instance', 'job', 'route'],
    ],
    ['sum by (code, job) (requests_total) > on (job) sum by (job) (requests_total)', ['job']],
    [
      'requests_total * on (job, instance) group_left (version) build_info',
      ['code', 'instance', 'job', 'route', 'version'],
    ],
    [
      'build_info * on (job, instance) group_right (version) requests_total',
      ['code', 'instance', 'job', 'route', 'version'],
    ],
    [
      'requests_total * on (job, instance) group_left sessions',
      ['code', 'instance', 'job', 'route'],
    ],
    [
      'requests_total * on (job, instance) group_left (route) sessions',
      ['code', 'instance', 'job'],
    ],
    [
      'requests_total * ignoring (code, route) group_left sessions',
      ['code', 'instance', 'job', 'route'],
    ],
    ['requests_total and on (job) sessions', ['code', 'instance', 'job', 'route']],
    ['requests_total unless on (job) sessions', ['code', 'instance', 'job', 'route']],
    ['sum by (code) (requests_total) or sum by (route) (requests_total)', ['code', 'route']],

    ['absent(sessions)', []],
    ['absent(sessions{job="api"})', ['job']],
    ['absent_over_time(sessions{job="api"}[5m])', ['job']],
    ['absent(sessions{job=~"api"})', []],
    ['absent(sessions{job="a",job="b",x="y"})', ['x']],
    ['absent(sessions{job=~"a",job="b"})', ['job']],
    ['absent(sum(sessions{job="api"}))', []],
    ['absent_over_time(sessions{job="api"}[5m:])', []],

    ['label_replace(sessions, "host", "$1", "instance", "(.*):.*")', ['host', 'instance', 'job']],
    ['label_replace(sessions, "host", "x", "nothing", "y")', ['instance', 'job']],
    ['label_replace(sessions, "job", "", "job", ".*")', ['instance']],
    ['label_join(sessions, "where", "/", "job", "instance")', ['instance', 'job', 'where']],
    ['label_join(sessions, "copy", "/", "nothing")', ['instance', 'job']],

    [
      'histogram_quantile(0.9, rate(request_duration_seconds_bucket[5m]))',
      ['instance', 'job', 'route'],
    ],
    ['histogram_quantiles(payload_bytes, "q", 0.5, 0.9)', ['instance', 'job', 'q']],
    ['histogram_fraction(0, 1, payload_bytes)', ['instance', 'job']],
    ['histogram_count(payload_bytes)', ['instance', 'job']],

    ['1', []],
    ['vector(1)', []],
    ['time()', []],
    ['scalar(sessions)', []],
    ['hour()', []],
    ['hour(sessions)', ['instance', 'job']],
    ['info(sessions)', undefined],
    ['sessions > $limit', ['instance', 'job']],
  ])('%s', (text, labels) => {
    expect(labelsOf(infoOf(text))).toEqual(labels);
  });
});

describe('presence of a label', () => {
  it.each([
    ['sessions', '__name__', 'guaranteed'],
    ['sessions > 5', '__name__', 'guaranteed'],
    ['sessions > bool 5', '__name__', 'impossible'],
    ['sessions + 5', '__name__', 'impossible'],
    ['sessions > workers', '__name__', 'guaranteed'],
    ['sessions > on (job) workers', '__name__', 'impossible'],
    ['rate(requests_total[5m])', '__name__', 'impossible'],
    ['last_over_time(sessions[5m])', '__name__', 'guaranteed'],
    [
      'label_replace(rate(requests_total[5m]), "__name__", "x", "job", ".*")',
      '__name__',
      'guaranteed',
    ],
    ['sum by (__name__) (sessions)', '__name__', 'guaranteed'],
    ['sum without (job) (sessions)', '__name__', 'impossible'],
    ['topk(1, sessions)', '__name__', 'guaranteed'],

    ['sum by (job) (sessions)', 'job', 'guaranteed'],
    ['optional_label', 'zone', 'possible'],
    ['optional_label{zone!=""}', 'zone', 'guaranteed'],
    ['optional_label{zone=""}', 'zone', 'impossible'],
    ['optional_label{zone=~"$zone"}', 'zone', 'possible'],
    ['up', 'shard', 'partial'],
    ['sessions or up', 'shard', 'partial'],
    ['sum by (job) (sessions) or vector(0)', 'job', 'partial'],
    ['info(sum without (zone) (optional_label))', 'zone', 'possible'],
    ['sum by ($by) (sessions)', 'job', 'possible'],
    ['sessions * on ($on) workers', 'job', 'possible'],
    ['sessions + fill(0) workers', 'job', 'guaranteed'],
    ['requests_total + on (job) group_left (version) fill(0) build_info', 'version', 'possible'],
    ['requests_total + on (job) group_left fill_left(0) build_info', 'code', 'possible'],
    ['label_replace(sessions, "zone", "x", "", "")', 'zone', 'guaranteed'],
    ['label_replace(optional_label, "zone", "x", "zone", "")', 'zone', 'guaranteed'],
    ['label_replace(sessions, "zone", "$1", "job", "(.*)")', 'zone', 'possible'],
  ])('%s: %s is %s', (text, label, presence) => {
    expect(labelOf(infoOf(text), label).presence).toBe(presence);
  });

  it.each([
    ['x', 'a', 'possible'],
    ['x{a="1"}', 'a', 'guaranteed'],
    ['x{a=~"1|2"}', 'a', 'guaranteed'],
    ['x{a=~".*"}', 'a', 'possible'],
    ['x{a!="1"}', 'a', 'possible'],
    ['x{a!=""}', 'a', 'guaranteed'],
    ['x{a!~""}', 'a', 'guaranteed'],
    ['x{a=""}', 'a', 'impossible'],
    ['x{a="$a"}', 'a', 'possible'],
    ['sum by (a) (x)', 'a', 'possible'],
    ['sum by (a) (x)', 'b', 'impossible'],
    ['x and sum by (a) (y)', 'b', 'impossible'],
    ['x and on (a) sum by (a) (y)', 'b', 'possible'],
    ['x + sum by (a) (y)', 'b', 'impossible'],
    ['x * ignoring (b) group_left sum by (a) (y)', 'b', 'possible'],
    ['x * ignoring (b) group_left sum by (a) (y)', 'c', 'impossible'],
  ])('without a catalog, %s: %s is %s', (text, label, presence) => {
    expect(labelOf(infoOf(text, OPEN_ENV), label).presence).toBe(presence);
  });
});

describe('values of a label', () => {
  it.each([
    ['requests_total', 'code', ['200', '404', '500']],
    ['requests_total{code=~"4..|5.."}', 'code', ['404', '500']],
    ['requests_total{code!="200"}', 'code', ['404', '500']],
    ['requests_total{code!="200",code!~"4.."}', 'code', ['500']],
    ['requests_total{code="500"}', 'code', ['500']],
    ['requests_total{code=~"$code"}', 'code', ['200', '404', '500']],
    ['requests_total', 'route', undefined],
    ['requests_total{route=~"/a|/b"}', 'route', ['/a', '/b']],
    ['requests_total{route=~"/(a|b)"}', 'route', undefined],
    ['failures_total + ignoring (route) requests_total', 'code', ['404', '500']],
    ['requests_total{code="200"} or requests_total{code="404"}', 'code', ['200', '404']],
    ['label_replace(sessions, "zone", "east", "", "")', 'zone', ['east']],
    ['absent(sessions{job="api"})', 'job', ['api']],
    ['up', 'job', ['api', 'worker']],
    ['request_duration_seconds_bucket', 'le', ['0.1', '.1', '0.5', '.5', '1', '1.0', '+Inf']],
  ])('%s: %s', (text, label, values) => {
    expect(labelOf(infoOf(text), label).values).toEqual(values);
  });
});

describe('why a label is impossible', () => {
  it.each([
    ['sessions', 'zone', '`sessions` has no such label'],
    ['optional_label{zone=""}', 'zone', '`optional_label` is selected with `zone=""`'],
    ['sum by (job) (sessions)', 'instance', '`sum by (job)` keeps only `job`'],
    ['sum(sessions)', 'job', '`sum` removes all labels'],
    ['sum by (zone) (sessions)', 'zone', '`sessions` has no such label'],
    ['sum without (job) (sessions)', 'job', '`sum without (job)` removes `job`'],
    ['sessions + on (job) workers', 'instance', '`on (job)` keeps only `job`'],
    ['sessions + ignoring (job) workers', 'job', '`ignoring (job)` removes `job`'],
    ['x + sum by (a) (x)', 'b', 'the right side does not have it, and both must agree'],
    [
      'sessions * on (job) group_left (zone) workers',
      'zone',
      'the right side, which it is copied from, does not have it',
    ],
    ['vector(1)', 'job', '`vector` has no labels'],
    ['absent(sessions)', 'job', '`absent` carries only labels that its selector matches with `=`'],
    [
      'histogram_quantile(0.9, request_duration_seconds_bucket)',
      'le',
      '`histogram_quantile` removes `le`',
    ],
    [
      'label_replace(sessions, "job", "", "job", ".*")',
      'job',
      '`label_replace` sets it to nothing',
    ],
    ['rate(requests_total[5m])', '__name__', '`rate` removes the metric name'],
  ])('%s: %s', (text, label, reason) => {
    const { why } = labelOf(infoOf(text), label);
    expect(why && explain(why)).toBe(reason);
  });

  it('points at the part of the query that removes the label', () => {
    const text = 'sum by (job) (sessions) * 2';
    const { span } = labelOf(infoOf(text), 'instance').why?.node ?? {};
    expect(text.slice(span?.start, span?.end)).toBe('sum by (job) (sessions)');
  });
});

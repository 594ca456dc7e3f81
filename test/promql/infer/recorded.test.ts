import { describe, expect, it } from 'vitest';

import type { Expr } from '../../../lib/promql/ast.ts';
import { unitText } from '../../../lib/promql/infer/inferred-unit.ts';
import { labelOf, labelsOf, neverReturns } from '../../../lib/promql/infer/info.ts';
import { inferRecorded } from '../../../lib/promql/infer/recorded.ts';
import { parse } from '../../../lib/promql/parser.ts';
import { factsOf, infoOf, STORE } from './store.ts';

function rule(name: string, text: string, labels: Readonly<Record<string, string>> = {}) {
  return { name, node: parse(text).expr as Expr, labels };
}

const ENV = inferRecorded(
  [
    rule(
      'code:share',
      'code:requests:rate5m / ignoring (code) group_left sum(code:requests:rate5m)',
    ),
    rule('code:requests:rate5m', 'sum by (code) (rate(requests_total[5m]))'),
    rule('requests:sum', 'sum by (job) (requests_total)'),
    rule('tagged', 'sum by (job, code) (requests_total)', { team: 'core', code: '' }),
    rule('twice', 'sum by (job) (sessions)', { of: 'sessions' }),
    rule('twice', 'sum by (instance) (sessions)', { of: 'sessions' }),
    rule('itself', 'sum by (job) (itself)'),
    rule('ping', 'pong'),
    rule('pong', 'sum by (code) (ping)'),
    rule('always', 'vector(1)'),
    rule('dead', 'requests_total{code="5xx"}'),
  ],
  STORE,
);

describe('signature of a recording rule', () => {
  it.each([
    ['code:requests:rate5m', ['code'], 'rate', 'requests/s'],
    ['code:share', ['code'], 'gauge', 'ratio'],
    ['requests:sum', ['job'], 'counter', 'requests'],
    ['tagged', ['job', 'team'], 'counter', 'requests'],
    ['twice', ['instance', 'job', 'of'], 'gauge', 'sessions'],
    ['itself', ['job'], 'unknown', undefined],
    ['pong', ['code'], 'unknown', undefined],
    ['always', [], 'gauge', 'number'],
  ])('%s', (name, labels, kind, unit) => {
    const info = infoOf(name, ENV);
    expect(labelsOf(info)).toEqual(labels);
    expect(info.kind).toBe(kind);
    expect(info.unit && unitText(info.unit)).toBe(unit);
  });

  it('carries the name and the labels of the rule', () => {
    expect(labelOf(infoOf('tagged', ENV), '__name__').values).toEqual(['tagged']);
    expect(labelOf(infoOf('tagged', ENV), 'team').values).toEqual(['core']);
    expect(labelOf(infoOf('twice', ENV), 'job').presence).toBe('partial');
  });

  it('is narrowed by matchers', () => {
    expect(labelOf(infoOf('code:requests:rate5m{code=~"5.."}', ENV), 'code').values).toEqual([
      '500',
    ]);
    expect(neverReturns(infoOf('code:requests:rate5m{code="5xx"}', ENV))?.code).toBe(
      'no-series-left',
    );
    expect(neverReturns(infoOf('dead', ENV))?.code).toBe('no-series-left');
  });

  it.each([
    ['rate(code:requests:rate5m[5m])', ['rate-of-rate']],
    ['rate(requests:sum[5m])', ['rate-of-aggregate']],
    ['sum by (route) (code:requests:rate5m)', ['group-label-impossible route']],
    ['sum by (code) (code:requests:rate5m)', []],
    ['absent(always)', []],
    ['nobody:records:this', ['metric-unknown nobody:records:this']],
    [
      'code:requests:rate5m > wait_seconds',
      ['unit-mismatch dimension', 'match-never code missing right'],
    ],
  ])('%s', (text, facts) => {
    expect(factsOf(text, ENV)).toEqual(facts);
  });
});

it('reads a chain of rules without recursion, whichever end is asked for', () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => rule(`r${i}`, `sum by (job) (r${i + 1})`));
  const env = inferRecorded(
    [...chain, rule('r20000', 'sum by (job, code) (requests_total)')],
    STORE,
  );
  expect(labelsOf(infoOf('r0', env))).toEqual(['job']);
});

import { describe, expect, it, test } from 'vitest';

import { Duration } from '../../lib/catalog/index.ts';
import { number, promql, promqlOf, PromqlSyntaxError, time } from '../../lib/promql/index.ts';
import { print } from '../../lib/promql/printer.ts';
import { m } from './shop.ts';

const queue = { kind: 'variable', name: 'queue', multi: true } as const;
const window = { kind: 'variable', name: 'window', interval: true } as const;
const sessions = m.sessions_total;
const up = m.up.maxBy('job');

describe('a hole', () => {
  it.each([
    ['a metric', promql`rate(${sessions}[5m])`, 'rate(sessions_total{job="api"}[5m])'],
    [
      'a metric with matchers',
      promql`sum(rate(${m.requests_total.where({ code: '500' })}[5m])) by (route)`,
      'sum by (route) (rate(requests_total{job="api",code="500"}[5m]))',
    ],
    [
      'a metric with an offset',
      promql`${m.queue_depth.offset('1d')}`,
      'queue_depth{job="api"} offset 1d',
    ],
    ['a text alone', promql('up{a="`${x}`"} == 0'), 'up{a="`${x}`"} == 0'],
    ['a vector', promql`sum(${up})`, 'sum(max by (job) (up{job=~"api|worker"}))'],
    ['a scalar', promql`${time()} - 5`, 'time() - 5'],
    ['a variable', promql`queue_depth{queue=~"${queue}"}`, 'queue_depth{queue=~"$queue"}'],
    [
      'an interval',
      promql`rate(${sessions}[${window}])`,
      'rate(sessions_total{job="api"}[$window])',
    ],
    [
      'a duration',
      promql`rate(${sessions}[${Duration.minutes(90)}])`,
      'rate(sessions_total{job="api"}[1h30m])',
    ],
    ['a number', promql`${up} > ${0.5}`, 'max by (job) (up{job=~"api|worker"}) > 0.5'],
    [
      'a text',
      promql`count_values(${'a"b'}, ${up})`,
      'count_values("a\\"b", max by (job) (up{job=~"api|worker"}))',
    ],
    ['none', promql`vector(1)`, 'vector(1)'],
  ])('of %s', (_, { node }, text) => {
    expect(print(node)).toBe(text);
  });
});

describe('parentheses', () => {
  const sum = number(1).add(2);
  it.each([
    ['around an operator beside another', promql`${sum} * 3`, '(1 + 2) * 3'],
    ['around a sign', promql`${m.breaker_open.neg()} ^ 2`, '(-breaker_open{job="api"}) ^ 2'],
    ['not around a call', promql`${time()} * 3`, 'time() * 3'],
    ['not in brackets', promql`vector(${sum})`, 'vector(1 + 2)'],
    [
      'not between commas',
      promql`clamp(${m.breaker_open.add(1)}, 0, ${sum})`,
      'clamp(breaker_open{job="api"} + 1, 0, 1 + 2)',
    ],
    ['not alone', promql`${sum}`, '1 + 2'],
    ['not twice', promql`(${sum}) * 3`, '(1 + 2) * 3'],
  ])('%s', (_, { node }, text) => {
    expect(print(node)).toBe(text);
  });
});

describe('the text', () => {
  test('has the backslashes of PromQL', () => {
    expect(print(promql`up{instance=~"a\\.b"}`.node)).toBe('up{instance=~"a\\\\.b"}');
  });

  test('may escape what JavaScript would take', () => {
    expect(print(promql`up{job=~"\${job:regex}"}`.node)).toBe('up{job=~"${job:regex}"}');
  });

  test('has a legend that is checked later', () => {
    expect(promql`up`.legend('{{job}}')).toMatchObject({ legendFormat: '{{job}}' });
  });

  test('leaves no place in the tree', () => {
    expect(JSON.stringify(promql`sum by (job) (up{a="b"} > ${up})`.node)).not.toContain('span');
  });
});

describe('promqlOf', () => {
  const claimed = promqlOf('job')`max by (job) (${m.up} @ end())`;

  test('composes with what is typed', () => {
    expect(print(claimed.gt(0).mul(up).node)).toBe(
      '(max by (job) (up{job=~"api|worker"} @ end()) > 0) * max by (job) (up{job=~"api|worker"})',
    );
  });

  test('keeps its claim wherever it is used', () => {
    expect(claimed.node.claim).toEqual(['job']);
    expect(claimed.gt(0).node).toMatchObject({ left: { claim: ['job'] } });
    expect(promql`sum(${claimed})`.node).toMatchObject({ of: { claim: ['job'] } });
    expect(promql`${claimed} * ${claimed.add(1)}`.node).toMatchObject({
      left: { claim: ['job'] },
      right: { kind: 'paren', of: { left: { claim: ['job'] } } },
    });
  });

  test('claims no labels where none are named', () => {
    expect(promqlOf()`sum(up)`.orZero().node).toMatchObject({ left: { claim: [] } });
  });
});

describe('a mistake', () => {
  it.each([
    ['syntax', () => promql`sum(${up}`, 'sum(max by (job) (up{job=~"api|worker"})'],
    ['types', () => promql`rate(${up})`, 'rate(max by (job) (up{job=~"api|worker"}))'],
    ['nothing', () => promql``, ''],
    ['a claim', () => promqlOf('job')`sum(`, 'sum('],
  ])('of %s is thrown with its text and its place', (_, make, text) => {
    const error = caught(make);
    expect(error).toMatchObject({ name: 'PromqlSyntaxError', text });
    expect(error.message).toBe(error.errors[0]?.message);
    expect(error.site?.file).toContain('promql-template.test.ts');
  });
});

function caught(make: () => unknown): PromqlSyntaxError {
  try {
    make();
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

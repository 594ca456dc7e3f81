import { describe, expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';
import { replaceVariables, variablesIn } from '../../lib/promql/variables.ts';

describe('variablesIn', () => {
  it.each([
    ['$job', [{ name: 'job', text: '$job', span: { start: 0, end: 4 } }]],
    ['a ${job} b', [{ name: 'job', text: '${job}', span: { start: 2, end: 8 } }]],
    [
      '${job:regex}',
      [{ name: 'job', format: 'regex', text: '${job:regex}', span: { start: 0, end: 12 } }],
    ],
    [
      '${__data.fields.x}',
      [{ name: '__data', text: '${__data.fields.x}', span: { start: 0, end: 18 } }],
    ],
    ['[[job]]', [{ name: 'job', text: '[[job]]', span: { start: 0, end: 7 } }]],
    [
      '[[job:csv]]',
      [{ name: 'job', format: 'csv', text: '[[job:csv]]', span: { start: 0, end: 11 } }],
    ],
    [
      '$a$b',
      [
        { name: 'a', text: '$a', span: { start: 0, end: 2 } },
        { name: 'b', text: '$b', span: { start: 2, end: 4 } },
      ],
    ],
    ['$1 ${2} $ ${} [[1]] [a] [[a]', []],
  ])('%s', (text, expected) => {
    expect(variablesIn(text)).toEqual(expected);
  });
});

describe('replaceVariables', () => {
  it.each([
    ['a|$b|[[c]]', 'a|x|x'],
    ['$1', '$1'],
  ])('%s', (text, expected) => {
    expect(replaceVariables(text, 'x')).toBe(expected);
  });
});

describe('where a variable stands', () => {
  it.each([
    ['an operand', 'x > $t', { right: { kind: 'variable', variable: { name: 't', text: '$t' } } }],
    ['a glued number', '5$unit', { kind: 'variable', variable: { name: 'unit', text: '5$unit' } }],
    ['a metric', '$m{a="b"}', { kind: 'selector', name: '$m' }],
    ['a metric with a range', 'rate($m[5m])', { args: [{ kind: 'matrix', of: { name: '$m' } }] }],
    ['a part of a metric', '${p}_total', { kind: 'selector', name: '${p}_total' }],
    ['the end of a metric', 'a_[[b]]', { kind: 'selector', name: 'a_[[b]]' }],
    ['a function', '${f}(x[5m])', { kind: 'call', func: '${f}' }],
    ['a range', 'x[$r]', { range: { kind: 'variable', variable: { name: 'r' } } }],
    [
      'a range in old spelling',
      'x[[[r]]]',
      { range: { kind: 'variable', variable: { name: 'r' } } },
    ],
    ['a part of a range', 'x[${r}m]', { range: { kind: 'expression', text: '${r}m' } }],
    ['a step', 'x[1h:$s]', { step: { kind: 'variable', variable: { name: 's' } } }],
    ['an offset', 'x offset $o', { offset: { kind: 'variable', variable: { name: 'o' } } }],
    ['a negative offset', 'x offset -$o', { offset: { kind: 'variable', negative: true } }],
    ['a timestamp', 'x @ ${t}', { at: { kind: 'variable', variable: { name: 't' } } }],
    ['a label', 'x{$l="v"}', { matchers: [{ label: '$l', value: 'v' }] }],
    ['a value', 'x{l=~"a|$v"}', { matchers: [{ label: 'l', value: 'a|$v' }] }],
    [
      'a value with its quotes',
      'x{l=${v:singlequote}}',
      { matchers: [{ value: '${v:singlequote}', bare: true }] },
    ],
    ['a grouping', 'sum by ($g, a) (x)', { grouping: { labels: ['$g', 'a'] } }],
  ])('%s: %s', (_, text, expected) => {
    const { expr, errors } = parse(text);
    expect(errors).toEqual([]);
    expect(expr).toMatchObject(expected);
  });
});

describe('the type of a variable is not known', () => {
  it.each([
    '$x > 1',
    'rate($x)',
    'sum($x)',
    '1 > $x',
    '$x and $y',
    '$x[5m:]',
    'topk($k, x)',
    '-$x',
  ])('%s', (text) => {
    expect(parse(text).errors).toEqual([]);
  });
});

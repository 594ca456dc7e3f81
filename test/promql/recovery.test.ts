import { describe, expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';
import { print } from '../../lib/promql/printer.ts';

describe('what can be read of a broken expression', () => {
  it.each([
    { text: 'a +', rest: 'a', marks: ['+'] },
    { text: '* a', rest: 'a', marks: ['*'] },
    { text: 'sum(a b) + rate(c[5m])', rest: 'sum(a) + rate(c[5m])', marks: ['b'] },
    { text: 'sum(rate(x{a=}[5m])) by (b) / c', rest: 'sum by (b) (rate(x[5m])) / c', marks: ['}'] },
    { text: 'sum by job (x)', rest: 'sum by (job) (x)', marks: ['job'] },
    { text: 'rate(x[5m', rest: 'rate(x[5m])', marks: ['m'] },
    { text: 'rate(x[5m)', rest: 'rate(x[5m])', marks: [')'] },
    { text: 'x{a="b"', rest: 'x{a="b"}', marks: ['"'] },
    { text: 'f(, a, )', rest: 'f(a)', marks: [',', ','] },
    { text: 'x offset > 2', rest: 'x > 2', marks: ['>'] },
    { text: 'x @ y', rest: 'x', marks: ['y'] },
    { text: '(a', rest: '(a)', marks: ['a'] },
    { text: 'a)', rest: 'a', marks: [')'] },
    { text: 'x{a="b}', rest: 'x{a="b}"}', marks: ['"b}', '}'] },
    { text: 'a ? b', rest: 'a', marks: ['?'] },
    { text: '', rest: undefined, marks: [''] },
    { text: '# nothing', rest: undefined, marks: ['# nothing'] },
  ])('$text', ({ text, rest, marks }) => {
    const { expr, errors } = parse(text);
    expect(expr && print(expr)).toBe(rest);
    expect(errors.map(({ span }) => text.slice(span.start, span.end))).toEqual(marks);
  });
});

describe('what is too large to walk', () => {
  it.each([
    { name: 'brackets', text: '('.repeat(100_000) },
    { name: 'signs', text: `${'-'.repeat(100_000)}a` },
    { name: 'operators', text: `a${' + a'.repeat(100_000)}` },
    { name: 'powers', text: `a${' ^ a'.repeat(100_000)}` },
    { name: 'subqueries', text: `a${'[5m:]'.repeat(100_000)}` },
    { name: 'calls', text: 'abs('.repeat(100_000) },
    { name: 'durations', text: `a[${'('.repeat(100_000)}` },
  ])('$name', ({ text }) => {
    expect(parse(text).errors).not.toEqual([]);
  });

  it('is far from what people write', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `(a{b="${index}"})`).join(' or ');
    expect(parse(text).errors).toEqual([]);
  });
});

/** The same numbers for every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SOURCES = [
  'sum by (job, "a.b") (rate(x_total{code=~"5..", job!="y"}[5m] offset -1h)) / on (job) group_left (z) y > 0.05',
  'histogram_quantile(0.9, sum without (pod) (rate(${m}_bucket{l="$l"}[$__rate_interval]))) or vector(0) # end',
  '-x ^ 2 + {"u.v", a="\\x41"}[1h:5m] @ start() unless bool topk(3, foo) atan2 1e3',
  'a == bool on () fill_left (1) b[min_of(5m, step()) * 2:] smoothed offset (5m + 0x1F) @ -1_000',
];
const PIECES = [
  ...'(){}[],:@=~!<>+-*/^%$"\'`\\# \n\u00e9\ud800',
  'offset',
  'by',
  'on',
  '[5m]',
  '5m',
  '${x}',
  '[[y]]',
  '{a="b"}',
];

describe('mutations of valid expressions', () => {
  it.each(SOURCES)('%s', (source) => {
    const next = random(source.length);
    for (let round = 0; round < 2000; round++) {
      let text = source;
      for (let edit = next(4); edit >= 0; edit--) {
        const [from, length] = [next(text.length + 1), next(4)];
        text =
          text.slice(0, from) + (PIECES[next(PIECES.length * 2)] ?? '') + text.slice(from + length);
      }
      const { expr, errors } = parse(text, { variables: round % 2 === 0 });
      const isPlaced = errors.every(
        ({ span }) => 0 <= span.start && span.start <= span.end && span.end <= text.length,
      );
      expect(isPlaced, text).toBe(true);
      expect(expr !== undefined || errors.length > 0, text).toBe(true);
      if (expr !== undefined) print(expr);
    }
  });
});

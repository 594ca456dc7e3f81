import { describe, expect, it } from 'vitest';

import { matcherParts, parse, rangePart, walk } from '../../lib/promql/index.ts';

const nodesIn = (text: string) => [...walk(parse(text).expr ?? { kind: 'number', value: 0 })];

describe('the parts of a matcher', () => {
  it.each([
    { of: 'up{a=~"b"}', op: '=~', value: '"b"' },
    { of: 'sum(up{x="y", by !~ `b`})', op: '!~', value: '`b`' },
    { of: 'up{"a=~b" != "c=~d"}', op: '!=', value: '"c=~d"' },
    { of: "up{a=~'b\\'c'} # {d=~'e'}", op: '=~', value: "'b\\'c'" },
    { of: 'up{a=~"${b:regex}"}', op: '=~', value: '"${b:regex}"' },
  ])('$of', ({ of, op, value }) => {
    const matchers = nodesIn(of).flatMap((node) => (node.kind === 'selector' ? node.matchers : []));
    const last = matchers.at(-1);
    const parts = last && matcherParts(of, last);
    expect(parts && of.slice(parts.op.start, parts.op.end)).toBe(op);
    expect(parts && of.slice(parts.value.start, parts.value.end)).toBe(value);
  });

  it('are unknown where it was built, or brings its own quotes', () => {
    expect(matcherParts('', { label: 'a', op: '=', value: 'b' })).toBeUndefined();
    const [selector] = nodesIn('up{a=~${b:doublequote}}');
    const [matcher] = selector?.kind === 'selector' ? selector.matchers : [];
    expect(matcher).toBeDefined();
    expect(matcher && matcherParts('up{a=~${b:doublequote}}', matcher)).toBeUndefined();
  });
});

describe('the range of a range vector', () => {
  it.each([
    { of: 'rate(up[5m])', range: '5m' },
    { of: 'rate(up{a="[1h]"}[ 1h30m ] offset 5m)', range: '1h30m' },
    { of: 'rate(up[$__interval])', range: '$__interval' },
    { of: 'rate([[metric]][[[window]]])', range: '[[window]]' },
  ])('$of', ({ of, range }) => {
    const matrix = nodesIn(of).find((node) => node.kind === 'matrix');
    const span = matrix && rangePart(of, matrix);
    expect(span && of.slice(span.start, span.end)).toBe(range);
  });
});

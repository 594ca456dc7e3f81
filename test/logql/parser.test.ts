import { describe, expect, it } from 'vitest';

import { logqlType, parseLogql } from '../../lib/logql/index.ts';
import { outline } from './outline.ts';

/** The shape of a query that Loki takes. */
function shape(text: string): string {
  const { expr, errors } = parseLogql(text);
  expect(errors).toEqual([]);
  return expr === undefined ? '' : outline(expr);
}

describe('selectors', () => {
  it.each([
    ['{job="api"}', '{job=api}'],
    ['{ job = "api" , env=~"a|b", x!="", y!~"z" }', '{job=api,env=~a|b,x!=,y!~z}'],
    ['{job=`a\\d`}', '{job=a\\d}'],
    ['{job="a\\\\d\\"\\u00e9"}', '{job=a\\d"é}'],
    ['({job="api"})', '{job=api}'],
    ['{job="api"} # a comment', '{job=api}'],
    ['{ip="a", rate="b", duration="c"}', '{ip=a,rate=b,duration=c}'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('stages', () => {
  it.each([
    ['{a="b"} |= "x" != "y" |~ `z+` !~ "w"', '{a=b} |= x != y |~ z+ !~ w'],
    ['{a="b"} |= "x" or "y" or ip("1.2.3.4")', '{a=b} |= x or y or ip(1.2.3.4)'],
    ['{a="b"} |> "<_> error" !> "<_>"', '{a=b} |> <_> error !> <_>'],
    ['{a="b"} | json', '{a=b} | json'],
    ['{a="b"} | json x="y.z[0]", w', '{a=b} | json x=y.z[0] w=w'],
    ['{a="b"} | logfmt --strict --keep-empty x="y"', '{a=b} | logfmt --strict --keep-empty x=y'],
    [
      '{a="b"} | pattern "<ip> <_>" | regexp "(?P<x>.*)" | unpack',
      '{a=b} | pattern <ip> <_> | regexp (?P<x>.*) | unpack',
    ],
    ['{a="b"} | line_format "{{.x}}" | decolorize', '{a=b} | line_format {{.x}} | decolorize'],
    ['{a="b"} | label_format x=y, z="{{.w}}"', '{a=b} | label_format x=y,z="{{.w}}"'],
    ['{a="b"} | drop x, y="z" | keep w', '{a=b} | drop x,y=z | keep w'],
    ['{a="b"} | JSON | Line_Format "x"', '{a=b} | json | line_format x'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('filters by labels', () => {
  it.each([
    ['{a="b"} | x="y"', '{a=b} | x=string:y'],
    ['{a="b"} | x > 5 | y == 1.5 | z != -3', '{a=b} | x>number:5 | y==number:1.5 | z!=number:-3'],
    ['{a="b"} | x >= 10ms | y < 1h30m', '{a=b} | x>=duration:10ms | y<duration:1h30m'],
    ['{a="b"} | x > 20KB | y < 1.5GiB', '{a=b} | x>bytes:20KB | y<bytes:1.5GiB'],
    ['{a="b"} | x = ip("10.0.0.0/8")', '{a=b} | x=ip:10.0.0.0/8'],
    ['{a="b"} | x="1" or y="2" and z="3"', '{a=b} | (x=string:1 or (y=string:2 and z=string:3))'],
    ['{a="b"} | (x="1" or y="2") and z="3"', '{a=b} | ((x=string:1 or y=string:2) and z=string:3)'],
    ['{a="b"} | x="1", y="2" z="3"', '{a=b} | ((x=string:1 and y=string:2) and z=string:3)'],
    ['{a="b"} | x>5and y<3', '{a=b} | (x>number:5 and y<number:3)'],
    ['{a="b"} | __error__=``', '{a=b} | __error__=string:'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('range aggregations', () => {
  it.each([
    ['rate({a="b"}[5m])', 'rate({a=b} [5m])'],
    ['rate({a="b"} |= "x" [1h30m] offset 1d)', 'rate({a=b} |= x [1h30m] offset 1d)'],
    ['rate({a="b"}[5m] offset -5m)', 'rate({a=b} [5m] offset -5m)'],
    ['rate({a="b"}[5m] | json)', 'rate({a=b} | json [5m])'],
    ['rate(({a="b"} | json)[5m])', 'rate({a=b} | json [5m])'],
    ['rate(({a="b"} | json [5m]))', 'rate({a=b} | json [5m])'],
    ['sum_over_time({a="b"} | unwrap x [5m])', 'sum_over_time({a=b} | unwrap x [5m])'],
    [
      'sum_over_time({a="b"} | json | unwrap duration(x) | __error__="" [5m] offset 5m)',
      'sum_over_time({a=b} | json | unwrap duration(x) | __error__=string: [5m] offset 5m)',
    ],
    ['sum_over_time({a="b"} | unwrap x != "" [5m])', undefined],
    [
      'quantile_over_time(0.95, {a="b"} | unwrap x [5m]) by (y)',
      'quantile_over_time(0.95, {a=b} | unwrap x [5m]) by(y)',
    ],
    [
      'max_over_time({a="b"} | unwrap x [5m]) without ()',
      'max_over_time({a=b} | unwrap x [5m]) without()',
    ],
    ['COUNT_OVER_TIME({a="b"}[5m])', 'count_over_time({a=b} [5m])'],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(parseLogql(text).errors).not.toEqual([]);
    else expect(shape(text)).toBe(expected);
  });
});

describe('vector aggregations and operators', () => {
  it.each([
    ['sum(rate({a="b"}[5m]))', 'sum(rate({a=b} [5m]))'],
    ['sum by (x, y) (rate({a="b"}[5m]))', 'sum(rate({a=b} [5m])) by(x,y)'],
    ['sum(rate({a="b"}[5m])) without (x)', 'sum(rate({a=b} [5m])) without(x)'],
    ['topk(10, rate({a="b"}[5m]))', 'topk(10, rate({a=b} [5m]))'],
    ['topk by (x) (10, rate({a="b"}[5m]))', 'topk(10, rate({a=b} [5m])) by(x)'],
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['2 ^ 3 ^ 4', '(2 ^ (3 ^ 4))'],
    ['vector(1) > 2 + 3', '(vector(1) > (2 + 3))'],
    ['vector(1) or vector(2) and vector(3)', '(vector(1) or (vector(2) and vector(3)))'],
    ['-1 + +2', '(-1 + 2)'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    [
      'vector(1) == bool on (a) group_left (b) vector(2)',
      '(vector(1) == bool on(a) group_left(b) vector(2))',
    ],
    [
      'vector(1) / ignoring (a, b) group_right vector(2)',
      '(vector(1) / ignoring(a,b) group_right() vector(2))',
    ],
    [
      'label_replace(vector(1), "a", "$1", "b", "(.*)")',
      'label_replace(vector(1), a, $1, b, (.*))',
    ],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('Grafana variables stay where they are', () => {
  it.each([
    ['rate({a="$b"}[$__auto])', 'rate({a=$b} [$__auto])'],
    ['rate({a="b"}[${__interval}])', 'rate({a=b} [${__interval}])'],
    ['rate({a="b"}[[[window]]])', 'rate({a=b} [[[window]]])'],
    ['rate({a="b"}[${minutes}m] offset $back)', 'rate({a=b} [${minutes}m] offset $back)'],
    ['sum by ($group, my_$x) (rate({a="b"}[5m]))', 'sum(rate({a=b} [5m])) by($group,my_$x)'],
    ['topk($n, rate({a="b"}[5m]))', 'topk($n, rate({a=b} [5m]))'],
    [
      'quantile_over_time($q, {a="b"} | unwrap $field [5m])',
      'quantile_over_time($q, {a=b} | unwrap $field [5m])',
    ],
    ['{a=~"${b:regex}"} |~ "$filter" | x > $limit', '{a=~${b:regex}} |~ $filter | x>number:$limit'],
    ['{a=~${b:doublequote}} |= $filter', '{a=~${b:doublequote}} |= $filter'],
    ['{$label="b"}', '{$label=b}'],
    ['{a="b", $more}', '{a=b,?$more}'],
    ['{a="b"} $filters | json', '{a=b} ?filters | json'],
    ['{a="b"} | $stage | json', '{a=b} ?stage | json'],
    ['{a="b"} | $label = "x"', '{a=b} | $label=string:x'],
    ['sum($query) / $total * 100', '((sum(?query) / ?total) * 100)'],
    ['$function by (x) (rate({a="b"}[5m]))', '?function'],
    ['$function(rate({a="b"}[5m])) > 1', '(?function > 1)'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

it('places nodes in UTF-16 offsets', () => {
  const text = 'sum by (level) (rate({a="🔥"} | json [5m])) > 1';
  const { expr } = parseLogql(text);
  expect(expr?.kind === 'binary' && text.slice(expr.left.span.start, expr.left.span.end)).toBe(
    'sum by (level) (rate({a="🔥"} | json [5m]))',
  );
});

describe('type', () => {
  it.each([
    ['{a="b"} | json', 'logs'],
    ['rate({a="b"}[5m])', 'metric'],
    ['vector(1)', 'metric'],
    ['$query', 'unknown'],
  ])('%s', (text, expected) => {
    const { expr } = parseLogql(text);
    expect(expr && logqlType(expr)).toBe(expected);
  });
});

it('a range has its length, unless a variable does', () => {
  const { expr } = parseLogql('rate({a="b"}[1h30m] offset -1.5h) / rate({a="b"}[$__auto])');
  expect(expr?.kind).toBe('binary');
  if (expr?.kind !== 'binary') return;
  expect(expr.left).toMatchObject({
    range: { text: '1h30m', milliseconds: 5_400_000 },
    offset: { text: '-1.5h', milliseconds: -5_400_000 },
  });
  expect(expr.right).toHaveProperty('range.text', '$__auto');
  expect(expr.right).not.toHaveProperty('range.milliseconds');
});

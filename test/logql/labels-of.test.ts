import { describe, expect, it } from 'vitest';

import { labelsOf, parseLogql, presenceOf } from '../../lib/logql/index.ts';

/** `+a` is guaranteed, `-a` is impossible, `a` is possible. */
function presences(text: string, names: string): string {
  const { expr, errors } = parseLogql(text);
  expect(errors).toEqual([]);
  const branches = expr === undefined ? [] : labelsOf(expr);
  const SIGN = { guaranteed: '+', impossible: '-', possible: '' };
  return names
    .split(' ')
    .map((name) => SIGN[presenceOf(branches, name)] + name)
    .join(' ');
}

describe('logs', () => {
  it.each([
    [
      '{job="a", env=~"x|y", b="", c!="", d!="e", f=~".*", g=~"$g"}',
      'job env b c d f g other',
      '+job +env -b +c d f g other',
    ],
    ['{job="a"} | json', 'job level', '+job level'],
    ['{job="a", b=""} | logfmt', 'job b', '+job b'],
    ['{job="a"} | json | level="error"', 'level', '+level'],
    ['{job="a"} | json | level=""', 'level', '-level'],
    ['{job="a"} | json | level="x" or status > 499', 'level status', 'level status'],
    ['{job="a"} | json | level="x" and status > 499', 'level status', '+level +status'],
    ['{job="a"} | json | level="x" or level="y"', 'level', '+level'],
    ['{job="a"} | drop job', 'job other', '-job other'],
    ['{job="a"} | drop job="x"', 'job', 'job'],
    ['{job="a", env="b"} | json | keep job, level', 'job level env', '+job level -env'],
    ['{job="a"} | label_format service=job', 'service job', '+service -job'],
    ['{job="a"} | label_format service="{{.job}}"', 'service job', 'service +job'],
    ['{job="a"} | label_format job=missing', 'job', '+job'],
    ['{job="a"} | drop job $stages', 'job', 'job'],
  ])('%s', (text, names, expected) => {
    expect(presences(text, names)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['rate({job="a"}[5m])', 'job other', '+job other'],
    ['sum(rate({job="a"}[5m]))', 'job', '-job'],
    ['sum by (job, level) (rate({job="a"} | json [5m]))', 'job level other', '+job level -other'],
    ['sum without (job) (rate({job="a"}[5m]))', 'job other', '-job other'],
    ['sum by () (rate({job="a"}[5m]))', 'job', '-job'],
    ['topk(5, sum by (job) (rate({job="a"}[5m])))', 'job other', '+job -other'],
    ['sum by ($group) (rate({job="a"}[5m]))', 'job other', 'job other'],
    ['sum without ($group) (rate({job="a"}[5m]))', 'job other', 'job other'],
    ['sum_over_time({job="a"} | json | unwrap size [5m])', 'size job', '-size +job'],
    [
      'max_over_time({job="a"} | json | unwrap size [5m]) by (level)',
      'size job level',
      '-size -job level',
    ],
    [
      'max_over_time({job="a"} | json | unwrap size [5m]) without (level)',
      'size job level',
      '-size +job -level',
    ],
    ['absent_over_time({job="a", env=~"x", b="$b"}[5m])', 'job env b', '+job -env b'],
    ['vector(1)', 'job', '-job'],
    ['$query', 'job', 'job'],
    ['label_replace(sum(rate({job="a"}[5m])), "x", "y", "", "")', 'x job', 'x -job'],

    ['sum by (job) (rate({job="a"}[5m])) or vector(0)', 'job other', 'job -other'],
    [
      'sum by (job) (rate({job="a"}[5m])) / sum by (job) (rate({job="b"}[5m]))',
      'job other',
      '+job -other',
    ],
    [
      'sum by (job, x) (rate({job="a"}[5m])) / on (job) sum by (job) (rate({job="b"}[5m]))',
      'job x',
      '+job -x',
    ],
    [
      'sum by (job, x) (rate({job="a"}[5m])) / ignoring (x) sum by (job) (rate({job="b"}[5m]))',
      'job x',
      '+job -x',
    ],
    [
      'sum by (job, x) (rate({job="a"}[5m])) * on (job) group_left (y) sum by (job, y) (rate({job="b"}[5m]))',
      'job x y',
      '+job x y',
    ],
    [
      'sum by (job) (rate({job="a"}[5m])) * on (job) group_right (z) sum by (job, y) (rate({job="b"}[5m]))',
      'job y z',
      '+job y -z',
    ],
    ['sum by (job) (rate({job="a"}[5m])) and on () vector(1)', 'job', '+job'],
    ['100 * sum by (job) (rate({job="a"}[5m]))', 'job other', '+job -other'],
    ['sum by (job) (rate({job="a"}[5m])) > 5', 'job', '+job'],
  ])('%s', (text, names, expected) => {
    expect(presences(text, names)).toBe(expected);
  });
});

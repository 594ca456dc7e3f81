import { describe, expect, it } from 'vitest';

import { readPromtool } from '../../../lib/prove/alert-tests/promtool-output.ts';

const STDOUT = `\
Unit Testing:  0.test.json
  SUCCESS

Unit Testing:  1.test.json

Unit Testing:  2.test.json
  SUCCESS

Unit Testing:  3.test.json

`;

const STDERR = String.raw`  FAILED:
    name: fires "at once",
    alertname: X, time: 10m, 
        exp:[], 
        got:[
            0:
              Labels:{alertname="X", job="a, b=\"c\"}"}
              Annotations:{summary="it's 2\nlines, \"quoted\" µ"}
            1:
              Labels:{alertname="X"}
              Annotations:{}
            ]
    expr: "sum(x) # probe 0", time: 5m,
        exp: nil
        got: {__name__="x", job="a"} 1E+00, {} +Inf, {job="c"} NaN
    expr: "x{job=\"a\"}", time: 5m,
        exp: {job="y"} 1.5E+00
        got: nil
    expr: "a * on (b) c", time: 5m, err: found duplicate series

  FAILED:
    /tmp/0.rules.json: yaml: unmarshal errors

`;

describe('readPromtool', () => {
  const results = readPromtool(STDOUT, STDERR, 4);

  it('gives each file its own failures', () => {
    expect(
      results?.map(({ alerts, exprs, other }) => [alerts.length, exprs.length, other]),
    ).toEqual([
      [0, 0, []],
      [1, 3, []],
      [0, 0, []],
      [0, 0, ['    /tmp/0.rules.json: yaml: unmarshal errors']],
    ]);
  });

  it('reads alerts', () => {
    expect(results?.[1]?.alerts).toEqual([
      {
        alert: 'X',
        time: '10m',
        expected: [],
        got: [
          {
            labels: { alertname: 'X', job: 'a, b="c"}' },
            annotations: { summary: 'it\'s 2\nlines, "quoted" µ' },
          },
          { labels: { alertname: 'X' }, annotations: {} },
        ],
      },
    ]);
  });

  it('reads samples and errors', () => {
    expect(results?.[1]?.exprs).toEqual([
      {
        expr: 'sum(x) # probe 0',
        time: '5m',
        expected: [],
        got: [
          { labels: { __name__: 'x', job: 'a' }, value: 1 },
          { labels: {}, value: Infinity },
          { labels: { job: 'c' }, value: NaN },
        ],
      },
      {
        expr: 'x{job="a"}',
        time: '5m',
        expected: [{ labels: { job: 'y' }, value: 1.5 }],
        got: [],
      },
      { expr: 'a * on (b) c', time: '5m', expected: [], got: [], error: 'found duplicate series' },
    ]);
  });

  it.each([
    ['a run that broke off', STDOUT, STDERR, 5],
    ['failures of nobody', STDOUT, `${STDERR}  FAILED:\n    more\n`, 4],
  ])('does not guess after %s', (_, stdout, stderr, files) => {
    expect(readPromtool(stdout, stderr, files)).toBe(undefined);
  });
});

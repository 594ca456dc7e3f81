import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { constant, given, rising } from '../../../lib/model/index.ts';
import { Bench, testAlerts } from '../../../lib/prove/index.ts';
import { m, shop, tooManyWaiting } from '../../emit/shop.ts';
import { alertOf, shopWith, tested, withBench } from './workbench.ts';

const waiting = (value: number) => given(m.orders_waiting, {}, constant(value));
const LABELS = { instance: 'instance', job: 'api', queue: 'mail', tier: 'web' } as const;

describe('testAlerts', () => {
  it('passes the shop, whose alerts read recording rules and have edges', async () => {
    const [system] = await withBench((bench) => testAlerts([shop], bench));
    const alerts = system?.alerts ?? [];
    expect(alerts.flatMap(({ runs }) => runs.map(({ difference }) => difference))).toEqual(
      Array(7).fill(undefined),
    );
    expect(alerts.flatMap(({ edges }) => edges.cases.filter((e) => e.fires !== e.fired))).toEqual(
      [],
    );
    expect(system?.coverage).toEqual({
      alerts: { reached: 3, total: 3, missed: [] },
      branches: { reached: 0, total: 0, missed: [] },
      dead: [],
      recordings: { reached: 1, total: 1, missed: [] },
      labels: { reached: 2, total: 2, missed: [] },
    });
  });

  it('shows what is expected and what is not there', async () => {
    const sooner = { ...tooManyWaiting, node: m.orders_waiting.gt(999).node };
    const result = await tested(sooner);
    expect(result?.runs.map(({ difference }) => difference)).toEqual([
      undefined,
      [
        'at 5m:',
        '- is quiet',
        '+ fires',
        '+   instance: instance',
        '+   job: api',
        '+   queue: print',
        '+   severity: info',
        '+   system: shop',
        '+   tier: web',
        '+   description: More than a thousand wait.',
        '+   runbook_url: RUNBOOK.md#shoptoomanywaiting',
        '+   summary: Orders pile up',
      ].join('\n'),
    ]);
  });

  it('shows a text that differs, line by line', async () => {
    const other = { ...tooManyWaiting, description: 'Far more than a thousand wait.' };
    const [cases] = other.cases;
    const result = await tested({
      ...other,
      cases: [
        {
          ...cases,
          name: 'fires',
          given: cases?.given ?? [],
          at: '5m',
          fires: [{ ...cases?.fires?.[0], description: 'A thousand wait.' }],
        },
      ],
    });
    expect(result?.runs[0]?.difference?.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '-   description: A thousand wait.',
      '+   description: Far more than a thousand wait.',
    ]);
  });

  it('compares a value, to nine digits', async () => {
    const expr = m.requests_total.rate('5m').sum().gt(0.3);
    const third = [given(m.requests_total, {}, rising(1 / 3))];
    const result = await tested(
      alertOf({
        expr,
        cases: [
          { name: 'right', given: third, at: '10m', fires: [{ value: 1 / 3 }] },
          { name: 'quiet', given: [], at: '10m' },
          { name: 'wrong', given: third, at: '10m', fires: [{ value: 0.3333 }] },
        ],
      }),
    );
    expect(result?.runs.map(({ difference }) => difference?.split('\n').slice(1))).toEqual([
      undefined,
      undefined,
      ['- {} 1'],
    ]);
  });

  it('says what promtool refuses', async () => {
    const broken = alertOf({
      expr: { ...m.orders_waiting, node: { kind: 'string', value: 'x' } } as never,
      cases: [
        { name: 'fires', given: [], at: '1m', fires: [{}] },
        { name: 'quiet', given: [], at: '1m' },
      ],
    });
    const result = await tested(broken);
    expect(result?.runs[0]?.difference).toBe(
      'promtool: rule: Bad, time: 0s, err: rule result is not a vector or scalar',
    );
  });

  it('finds sides of `or` and labels that no case reaches', async () => {
    const [system] = await withBench((bench) =>
      testAlerts(
        [
          shopWith({
            ...alertOf({
              expr: m.orders_waiting.gt(10).or(m.requests_total.rate('5m').sum().gt(5) as never),
              cases: [
                {
                  name: 'fires',
                  given: [waiting(11)],
                  at: '1m',
                  fires: [{ labels: LABELS as never }],
                },
                { name: 'quiet', given: [waiting(10)], at: '1m' },
              ],
            }),
            description: '{{ $labels.queue }} and {{ $labels.route }}',
          }),
        ],
        bench,
      ),
    );
    expect(system?.coverage).toMatchObject({
      alerts: { missed: ['Bad'] },
      branches: {
        reached: 1,
        total: 2,
        missed: ['Bad: sum(rate(requests_total{job="api"}[5m])) > 5'],
      },
      labels: { missed: ['Bad: queue', 'Bad: route'] },
    });
  });

  it('does not count a side that the last bucket empties', async () => {
    const seconds = m.request_duration_seconds;
    const result = await withBench((bench) =>
      testAlerts(
        [
          shopWith(
            alertOf({
              expr: seconds
                .quantile(0.9, { range: '5m' })
                .gt(1)
                .or(seconds.mean({ range: '5m' }).gt(1)),
              cases: [
                {
                  name: 'fires by the mean',
                  given: [given(seconds.sum, {}, rising(2)), given(seconds.count, {}, rising(1))],
                  at: '5m',
                  fires: [{}],
                },
                { name: 'quiet', given: [], at: '5m' },
              ],
            }),
          ),
        ],
        bench,
      ),
    );
    expect(result[0]?.coverage).toMatchObject({
      branches: { reached: 1, total: 1, missed: [] },
      dead: [expect.stringContaining('histogram_quantile')],
    });
  });
});

describe('a program that is not promtool', () => {
  it.each([
    ['ends early', '#!/bin/sh\nexit 3\n', 'cannot run promtool to its end: no reason given'],
    [
      'says why',
      '#!/bin/sh\necho "out of luck" >&2\nexit 3\n',
      'cannot run promtool to its end: out of luck',
    ],
  ])('fails the run where it %s', async (_, script, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'dashc-bench-'));
    const promtool = join(folder, 'promtool');
    writeFileSync(promtool, script, { mode: 0o755 });
    await expect(testAlerts([shop], new Bench({ promtool, folder, jobs: 1 }))).rejects.toThrow(
      message,
    );
    rmSync(folder, { recursive: true });
  });
});

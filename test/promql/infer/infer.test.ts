import { describe, expect, it } from 'vitest';

import { any } from '../../../lib/catalog/index.ts';
import type { Expr } from '../../../lib/promql/ast.ts';
import { defineCatalog } from '../../../lib/promql/define-catalog.ts';
import { envOf, OPEN_ENV } from '../../../lib/promql/infer/env.ts';
import { infer, inferAll } from '../../../lib/promql/infer/infer.ts';
import { unitText } from '../../../lib/promql/infer/inferred-unit.ts';
import { labelsOf } from '../../../lib/promql/infer/info.ts';
import { on } from '../../../lib/promql/matching.ts';
import { parse } from '../../../lib/promql/parser.ts';
import { inferenceOf, STORE } from './store.ts';

describe('infer', () => {
  it('knows every node of the expression', () => {
    const inference = inferenceOf('sum by (job) (rate(requests_total[5m]))');
    const sum = inference.expr as Extract<Expr, { kind: 'aggregate' }>;
    expect(labelsOf(inference.of(sum))).toEqual(['job']);
    expect(labelsOf(inference.of(sum.of))).toEqual(['code', 'instance', 'job', 'route']);
  });

  it('computes a node once', () => {
    const inference = inferenceOf('sessions');
    expect(inference.of(inference.expr)).toBe(inference.of(inference.expr));
    expect(inferAll(inference.expr, STORE)).toBe(inference);
    expect(inferAll(inference.expr, OPEN_ENV)).not.toBe(inference);
  });

  it('reads expressions that handles built', () => {
    const job = {
      name: 'api',
      labels: { job: ['api'], instance: any },
      scrape: { targets: [] },
    } as const;
    const { m, metrics } = defineCatalog(job, {
      hits_total: { kind: 'counter', unit: 'hits', help: '', labels: { city: any } },
      city_size: { kind: 'gauge', unit: 'people', help: '', labels: { city: any } },
    });
    const env = envOf(metrics);
    const built = m.hits_total.rate('5m').sumBy('city').div(m.city_size, on('city'));
    const info = infer(built.node, env);
    expect(labelsOf(info)).toEqual(['city']);
    expect(info.unit && unitText(info.unit)).toBe('hits/seconds/people');
    expect(inferAll(built.node, env).facts).toEqual([]);
  });

  it.each([
    'sum(',
    'sum by (a',
    'rate()',
    'rate(1)',
    'sum(rate(x[5m])',
    'a + ',
    'a and 1',
    '1 and 2',
    '1 > 2',
    'a[5m] + b[5m]',
    'x{a=~"("}',
    'x{a=~"(?=b)"}',
    'x{',
    'x{a=}',
    'label_replace(x, "a")',
    'label_replace(x, $a, "b", "c", "d")',
    'label_join(x)',
    'histogram_quantile(0.9)',
    'histogram_quantiles(x, $a)',
    'count_values(x)',
    'absent()',
    'clamp(x)',
    'vector()',
    'scalar()',
    'time(1)',
    'no_such_function(a, b)',
    'a + on (x) group_left (x) b',
    'holt_winters(x[5m], 0.5, 0.5)',
    '-"a"',
    '$a + $b',
    '$fn(x)',
    '{__name__=~"a|b"}',
    'topk($n, x)',
    'x offset $o @ $t',
  ])('never throws: %s', (text) => {
    const { expr } = parse(text);
    if (expr !== undefined) expect(() => inferAll(expr, STORE).facts).not.toThrow();
  });

  it('leaves a node of a kind that it does not know open', () => {
    const info = infer({ kind: 'something' } as unknown as Expr, STORE);
    expect(info).toMatchObject({ type: 'unknown', kind: 'unknown', unit: undefined });
  });
});

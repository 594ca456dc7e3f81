import { describe, expect, it } from 'vitest';

import { dashboard, datasourceVariable, row, timeseries } from '../../../lib/model/index.ts';
import { m } from '../../model/shop.ts';
import { emitted } from './emitted.ts';

function problems(options: { initial?: string }) {
  const variables = [datasourceVariable('datasource', 'prometheus', options)];
  const panel = timeseries('Memory', 'How much it uses.').query(m.memory_bytes);
  const rows = [row('Now', [panel])];
  return emitted(dashboard({ uid: 'shop', title: 'Shop', variables, rows })).diagnostics;
}

describe('the datasource that a variable begins with', () => {
  it.each<[string, Parameters<typeof problems>[0], readonly string[]]>([
    ['is of the stack', { initial: 'shop-prom' }, []],
    ['is not said', {}, []],
    ['is one that the stack has not', { initial: 'prom' }, ['variable/unknown-datasource']],
    ['is of another type', { initial: 'shop-loki' }, ['variable/unknown-datasource']],
  ])('%s', (_, options, codes) => {
    expect(problems(options).map(({ code }) => code)).toEqual(codes);
  });

  it('is told with its place and the one that was meant', () => {
    expect(problems({ initial: 'shop-prm' })[0]).toMatchObject({
      message:
        '`shop-prm` is the uid of no datasource of type `prometheus` in the stack, so that there would be no data',
      hint: 'did you mean `shop-prom`?',
      where: { path: ['dashboard shop', 'variable datasource'] },
    });
  });
});

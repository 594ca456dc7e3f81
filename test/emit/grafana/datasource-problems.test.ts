import { describe, expect, it } from 'vitest';

import { dashboard, datasourceVariable, row, timeseries } from '../../../lib/model/index.ts';
import { m } from '../../model/shop.ts';
import { emitted } from './emitted.ts';

const panel = timeseries('Memory', 'How much it uses.').query(m.memory_bytes);

function problems(spec: { uid?: string; initial?: string }) {
  const { uid, initial } = spec;
  return emitted(
    dashboard({
      uid: 'shop',
      title: 'Shop',
      variables: [datasourceVariable('datasource', 'prometheus', initial ? { initial } : {})],
      rows: [row('Now', [uid ? panel.datasource({ type: 'prometheus', uid }) : panel])],
    }),
  ).diagnostics;
}

describe('a datasource', () => {
  it.each<[string, Parameters<typeof problems>[0], readonly string[]]>([
    ['that the stack has', { uid: 'shop-prom', initial: 'shop-prom' }, []],
    ['that is not said', {}, []],
    ['of a panel that the stack has not', { uid: 'shop-prm' }, ['panel/unknown-datasource']],
    ['of a variable that the stack has not', { initial: 'prom' }, ['variable/unknown-datasource']],
    ['of another type', { uid: 'shop-loki' }, ['panel/unknown-datasource']],
  ])('%s', (_, spec, codes) => {
    expect(problems(spec).map(({ code }) => code)).toEqual(codes);
  });

  it('is told with its place and the one that was meant', () => {
    expect(problems({ uid: 'shop-prm' })[0]).toMatchObject({
      message:
        '`shop-prm` is the uid of no datasource of type `prometheus` in the stack, so that there would be no data',
      hint: 'did you mean `shop-prom`?',
      where: { path: ['dashboard shop', 'panel "Memory"'] },
    });
  });
});

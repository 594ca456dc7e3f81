import { describe, expect, it } from 'vitest';

import { dashboard, expressionsOf, rawPanel, rawQuery, row } from '../../lib/model/index.ts';
import { print } from '../../lib/promql/index.ts';

const queries = (panel: ReturnType<typeof rawPanel>) => {
  const value = dashboard({ uid: 'a', title: 'A', rows: [row('', [panel])] });
  const loaded = { value, file: 'a.ts', name: 'a' };
  const system = { name: 's', stack: {}, metrics: [], dashboards: [loaded], groups: [] };
  return expressionsOf(system as never).map(({ node }) => print(node));
};

describe('queries that are kept as JSON are expressions', () => {
  const panel = rawPanel('x', 'X', '');
  it.each([
    ['of a panel', panel.raw({ targets: [{ expr: 'up == 0' }] }), ['up == 0']],
    ['as a query', panel.query(rawQuery({ refId: 'A', expr: '# a comment\nup' })), ['up']],
    ['but not text that is no PromQL', panel.raw({ targets: [{ expr: 'SELECT 1' }, {}, 1] }), []],
    [
      'and not those of other datasources',
      panel.query(rawQuery({ expr: 'up', datasource: { type: 'influxdb' } })),
      [],
    ],
  ])('%s', (_name, of, found) => {
    expect(queries(of)).toEqual(found);
  });
});

import { expect, it } from 'vitest';

import {
  annotation,
  expressionsOf,
  labelValues,
  logql,
  queryVariable,
  record,
  ruleGroup,
  timeseries,
} from '../../lib/model/index.ts';
import { print } from '../../lib/promql/index.ts';
import { alertOn, dashboardOf, m, systemOf } from './shop.ts';

it('finds every expression of a system, with its place', () => {
  const depth = m.queue_depth.max();
  const board = dashboardOf(
    [timeseries('T', '').query(logql('{job="api"}'), depth.legend('Depth'))],
    {
      variables: [queryVariable('route', labelValues(m.requests_total, 'route'))],
      annotations: [annotation({ name: 'Full', expr: depth.gt(9) })],
    },
  );
  const group = ruleGroup('rules', [
    alertOn(depth.gt(5)),
    record({ name: 'queue:depth:max', expr: depth }),
  ]);
  const system = {
    ...systemOf(board),
    groups: [{ value: group, name: 'rules', file: 'alerts/shop/rules.ts' }],
  };
  const found = expressionsOf(system).map(({ node, use, path, legend }) => [
    use,
    print(node),
    path.join(' › '),
    legend,
  ]);
  expect(found).toEqual([
    ['variable', 'requests_total{job="api"}', 'dashboard shop › variable route', undefined],
    [
      'annotation',
      'max(queue_depth{job="api"}) > 9',
      'dashboard shop › annotation "Full"',
      undefined,
    ],
    ['panel', 'max(queue_depth{job="api"})', 'dashboard shop › panel "T" › query B', 'Depth'],
    ['alert', 'max(queue_depth{job="api"}) > 5', 'group rules › alert ShopAlert', undefined],
    ['record', 'max(queue_depth{job="api"})', 'group rules › record queue:depth:max', undefined],
  ]);
});

import { expect, it } from 'vitest';

import { record, ruleGroup } from '../../../lib/model/index.ts';
import { promql } from '../../../lib/promql/index.ts';
import { recordingLevels } from '../../../lib/prove/world/recording-levels.ts';
import { shop } from '../synthesise/world.ts';

const first = record({
  name: 'job:requests:rate5m',
  expr: promql`sum by (job) (rate(requests_total[5m]))`,
});
const second = record({
  name: 'requests:rate5m',
  expr: promql`sum(job:requests:rate5m)`,
  labels: { a: 'b' },
});
const other = record({ name: 'depth:max', expr: promql`max(queue_depth)` });

it('evaluates a rule after those that it reads', () => {
  const group = ruleGroup('g', [second, first], { interval: '30s' });
  const system = {
    ...shop(),
    groups: [
      { value: group, file: 'alerts/shop/g.ts', name: 'g' },
      { value: ruleGroup('h', [other]), file: 'alerts/shop/h.ts', name: 'h' },
    ],
  };
  const levels = recordingLevels(system).map(({ groups }) =>
    groups.map(({ interval, rules }) => [interval, ...rules.map(({ record: name }) => name)]),
  );
  expect(levels).toEqual([
    [
      ['30s', 'job:requests:rate5m'],
      ['15s', 'depth:max'],
    ],
    [['30s', 'requests:rate5m']],
  ]);
});

it('has no level without recording rules', () => {
  expect(recordingLevels(shop())).toEqual([]);
});

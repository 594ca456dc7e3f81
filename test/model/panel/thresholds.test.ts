import { expect, it } from 'vitest';

import { below, stat, steps, type Thresholds } from '../../../lib/model/index.ts';

it.each<{ name: string; of: Thresholds | { warning?: number; critical?: number }; is: unknown }>([
  {
    name: 'more is worse',
    of: { warning: 3, critical: 5 },
    is: ['green', [3, 'orange'], [5, 'red']],
  },
  { name: 'only critical', of: { critical: 5 }, is: ['green', [5, 'red']] },
  { name: 'only a warning', of: { warning: 3 }, is: ['green', [3, 'orange']] },
  {
    name: 'less is worse',
    of: below({ warning: 0.98, critical: 0.9 }),
    is: ['red', [0.9, 'orange'], [0.98, 'green']],
  },
  { name: 'less is critical', of: below({ critical: 0.9 }), is: ['red', [0.9, 'green']] },
  { name: 'less is a warning', of: below({ warning: 0.9 }), is: ['orange', [0.9, 'green']] },
  { name: 'less is nothing', of: below({}), is: ['green'] },
  {
    name: 'own colours',
    of: steps([{ color: 'red' }, { from: 1, color: 'yellow' }]),
    is: ['red', [1, 'yellow']],
  },
  {
    name: 'own colours above green',
    of: steps([{ from: 1, color: 'yellow' }]),
    is: ['green', [1, 'yellow']],
  },
  { name: 'no colours', of: steps([]), is: ['green'] },
])('$name', ({ of, is }) => {
  const thresholds = stat('s', '').thresholds(of).props.field.thresholds;
  expect([thresholds?.base, ...(thresholds?.steps ?? []).map((s) => [s.from, s.color])]).toEqual(
    is,
  );
});

it('takes percent of the way from min to max', () => {
  expect(steps([{ from: 80, color: 'red' }], 'percentage').mode).toBe('percentage');
});

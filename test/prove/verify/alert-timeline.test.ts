import { expect, it } from 'vitest';

import { Duration } from '../../../lib/catalog/index.ts';
import { firingPeriods } from '../../../lib/prove/verify/alert-timeline.ts';

/** Steps of 15 s at which the expression has a value: `[0, 60]` is from 0 to 60. */
function holding(...ranges: readonly (readonly [number, number])[]) {
  const times = ranges.flatMap(([from, to]) =>
    Array.from({ length: (to - from) / 15 + 1 }, (_, i) => from + i * 15),
  );
  return [
    { metric: { __name__: 'x', job: 'api' }, values: times.map((time) => [time, 1] as const) },
  ];
}

const MINUTE = Duration.minutes(1);

it.each([
  ['fires at once without `for`', {}, holding([30, 60]), [30]],
  ['fires after `for`', { for: MINUTE }, holding([0, 90]), [60]],
  ['is quiet a step early', { for: MINUTE }, holding([0, 45]), []],
  ['begins anew after a gap', { for: MINUTE }, holding([0, 45], [75, 150]), [135]],
  ['fires a second time', { for: MINUTE }, holding([0, 90], [180, 270]), [60, 240]],
  [
    'goes on firing over a gap of `keep_firing_for`',
    { for: MINUTE, keepFiringFor: MINUTE },
    holding([0, 90], [150, 270]),
    [60],
  ],
  [
    'does not where the gap is longer',
    { for: MINUTE, keepFiringFor: MINUTE },
    holding([0, 90], [195, 270]),
    [60, 255],
  ],
  [
    'is not kept pending over a gap',
    { for: MINUTE, keepFiringFor: MINUTE },
    holding([0, 30], [60, 105]),
    [],
  ],
])('%s', (_, alert, series, expected) => {
  const periods = firingPeriods(alert, series, 15);
  expect(periods.map(({ from }) => from)).toEqual(expected);
  expect(periods.every(({ labels }) => labels['job'] === 'api' && !('__name__' in labels))).toBe(
    true,
  );
});

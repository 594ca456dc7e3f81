import { expect, it } from 'vitest';

import { compact } from '../../../../lib/load/foreign/dashboards/compact.ts';

const box = (x: number, y: number, w: number, h: number) => ({ x, y, w, h });

it.each([
  { name: 'what fits stays', of: [box(0, 0, 12, 8), box(12, 0, 12, 8)] },
  {
    name: 'what lies on another goes below it',
    of: [box(0, 0, 12, 8), box(6, 4, 12, 8)],
    is: [box(0, 0, 12, 8), box(6, 8, 12, 8)],
  },
  {
    name: 'and takes along what is below',
    of: [box(0, 0, 24, 8), box(0, 4, 24, 8), box(0, 8, 24, 8)],
    is: [box(0, 0, 24, 8), box(0, 8, 24, 8), box(0, 16, 24, 8)],
  },
  {
    name: 'of two in one place the left one comes first',
    of: [box(4, 0, 8, 4), box(0, 0, 8, 4)],
    is: [box(4, 4, 8, 4), box(0, 0, 8, 4)],
  },
  {
    name: 'gaps are closed',
    of: [box(0, 0, 12, 4), box(0, 9, 12, 4), box(12, 9, 12, 4)],
    is: [box(0, 0, 12, 4), box(0, 4, 12, 4), box(12, 0, 12, 4)],
  },
  {
    name: 'what is beyond the right side is moved in',
    of: [box(20, 0, 8, 4), box(0, 4, 30, 4)],
    is: [box(16, 0, 8, 4), box(0, 4, 24, 4)],
  },
])('$name', ({ of, is = of }) => {
  expect(compact(of, 0)).toEqual(is);
});

it('begins at the row that it is given', () => {
  expect(compact([box(0, 7, 24, 4), box(0, 9, 24, 4)], 7)).toEqual([
    box(0, 7, 24, 4),
    box(0, 11, 24, 4),
  ]);
});

import { expect, it } from 'vitest';

import { readDashboard } from '../../../../lib/load/foreign/dashboards/read-dashboard.ts';
import { applyFixes } from '../../../../lib/load/index.ts';

const panel = (title: string, [x, y, w, h]: readonly number[], rest: object = {}) => ({
  title,
  type: 'text',
  gridPos: { h, w, x, y },
  ...rest,
});

const textOf = (panels: readonly object[]) => JSON.stringify({ uid: 'd', panels }, null, 2);

const found = (text: string) => readDashboard({ file: 'd.json', guessed: false }, text).diagnostics;

it.each([
  {
    name: 'a panel on another',
    of: [panel('A', [0, 0, 12, 8]), panel('B', [0, 4, 12, 8]), panel('C', [12, 0, 12, 8])],
    is: [panel('A', [0, 0, 12, 8]), panel('B', [0, 8, 12, 8]), panel('C', [12, 0, 12, 8])],
    says: '`B` lies on `A`, so that Grafana shows it elsewhere than the file says',
  },
  {
    name: 'several',
    of: [panel('A', [0, 0, 24, 8]), panel('B', [0, 1, 24, 8]), panel('C', [0, 2, 24, 8])],
    is: [panel('A', [0, 0, 24, 8]), panel('B', [0, 8, 24, 8]), panel('C', [0, 16, 24, 8])],
    says: '`B` lies on `A`, and 1 more on others, so that Grafana shows it elsewhere than the file says',
  },
  {
    name: 'a panel beyond the grid',
    of: [panel('A', [16, 0, 12, 8])],
    is: [panel('A', [12, 0, 12, 8])],
    says: '`A` reaches beyond the 24 columns, so that Grafana shows it elsewhere than the file says',
  },
  {
    name: 'a row, whatever size it has',
    of: [panel('A', [0, 0, 24, 8]), panel('R', [0, 4, 0, 9], { type: 'row' })],
    is: [panel('A', [0, 0, 24, 8]), panel('R', [0, 8, 0, 9], { type: 'row' })],
    says: '`R` lies on `A`, so that Grafana shows it elsewhere than the file says',
  },
  {
    name: 'panels in a closed row',
    of: [
      panel('R', [0, 0, 24, 1], {
        type: 'row',
        panels: [panel('A', [0, 1, 24, 8]), panel('B', [0, 5, 24, 8])],
      }),
    ],
    is: [
      panel('R', [0, 0, 24, 1], {
        type: 'row',
        panels: [panel('A', [0, 1, 24, 8]), panel('B', [0, 9, 24, 8])],
      }),
    ],
    says: '`B` lies on `A`, so that Grafana shows it elsewhere than the file says',
  },
])('$name', ({ of, is, says }) => {
  const diagnostics = found(textOf(of));
  expect(diagnostics.map(({ message }) => message)).toEqual([says]);
  expect(applyFixes(textOf(of), diagnostics).text).toBe(textOf(is));
  expect(found(textOf(is))).toEqual([]);
});

it.each([
  { name: 'panels beside each other', of: [panel('A', [0, 0, 12, 8]), panel('B', [12, 0, 12, 8])] },
  { name: 'gaps', of: [panel('A', [0, 0, 12, 8]), panel('B', [0, 30, 12, 8])] },
  { name: 'panels without a place', of: [panel('A', [0, 0, 12, 8]), { type: 'text' }] },
  {
    name: 'places that are none',
    of: [panel('A', [0, 0, 12, 8]), panel('B', [0, 4, 12, 1e9]), panel('C', [0, 0.5, 12, 1])],
  },
])('has nothing against $name', ({ of }) => {
  expect(found(textOf(of))).toEqual([]);
});

it('does not fix a grid in which a panel is repeated', () => {
  const of = [panel('A', [0, 0, 24, 8], { repeat: 'queue' }), panel('B', [0, 4, 24, 8])];
  const codes = found(textOf(of)).filter(({ code }) => code === 'dashboard-file/overlap');
  expect(codes.map(({ fix }) => fix)).toEqual([undefined]);
});

import { describe, expect, it } from 'vitest';

import { readDashboard } from '../../../preview/src/dashboard/dashboard-json.ts';
import { layoutOf } from '../../../preview/src/grid/layout.ts';
import { boxOf } from '../../../preview/src/grid/pixels.ts';

type Place = readonly [x: number, y: number, w: number, h: number];

function panel(id: number, [x, y, w, h]: Place, more: object = {}) {
  return { id, type: 'stat', gridPos: { x, y, w, h }, ...more };
}

/** `key: x y w h` of each, from top to bottom. */
function placesOf(panels: readonly object[], choices = {}, collapsed: readonly string[] = []) {
  const { items, height } = layoutOf(
    readDashboard({ panels }).panels,
    choices,
    (key, row) => row.collapsed || collapsed.includes(key),
  );
  const places = items.map(({ item, at }) => `${item.key}: ${at.x} ${at.y} ${at.w} ${at.h}`);
  return [...places, `height ${height}`];
}

const ROW = { type: 'row', title: 'Row' };

describe('the layout', () => {
  it('moves panels up as far as nothing is in the way', () => {
    expect(
      placesOf([panel(1, [0, 3, 12, 4]), panel(2, [12, 9, 12, 2]), panel(3, [0, 20, 24, 5])]),
    ).toEqual(['1: 0 0 12 4', '2: 12 0 12 2', '3: 0 4 24 5', 'height 9']);
  });

  it('moves a panel down that is over another one', () => {
    expect(placesOf([panel(1, [0, 0, 12, 4]), panel(2, [6, 0, 12, 4])])).toEqual([
      '1: 0 0 12 4',
      '2: 6 4 12 4',
      'height 8',
    ]);
  });

  it('puts panels under their rows, and hides those of a collapsed one', () => {
    const panels = [
      panel(1, [0, 0, 24, 1], ROW),
      panel(2, [0, 1, 24, 3]),
      panel(3, [0, 4, 24, 1], { ...ROW, collapsed: true, panels: [panel(4, [0, 99, 8, 2])] }),
      panel(5, [0, 5, 24, 1], ROW),
      panel(6, [0, 6, 24, 3]),
    ];
    expect(placesOf(panels, {}, ['row 5'])).toEqual([
      'row 1: 0 0 24 1',
      '2: 0 1 24 3',
      'row 3: 0 4 24 1',
      'row 5: 0 5 24 1',
      'height 6',
    ]);
  });

  it('repeats a panel side by side, at most so many in a line', () => {
    const panels = [
      panel(1, [0, 0, 6, 3], { repeat: 'job', maxPerRow: 2 }),
      panel(2, [0, 3, 24, 1]),
    ];
    expect(placesOf(panels, { job: ['a', 'b', 'c'] })).toEqual([
      '1:a: 0 0 12 3',
      '1:b: 12 0 12 3',
      '1:c: 0 3 12 3',
      '2: 0 6 24 1',
      'height 7',
    ]);
  });

  it('repeats a panel one below the other', () => {
    const panels = [panel(1, [4, 0, 6, 3], { repeat: 'job', repeatDirection: 'v' })];
    expect(placesOf(panels, { job: ['a', 'b'] })).toEqual([
      '1:a: 4 0 6 3',
      '1:b: 4 3 6 3',
      'height 6',
    ]);
  });

  it('repeats a row with its panels', () => {
    const panels = [panel(1, [0, 0, 24, 1], { ...ROW, repeat: 'job' }), panel(2, [0, 1, 8, 2])];
    expect(placesOf(panels, { job: ['a', 'b'] })).toEqual([
      'row 1:a: 0 0 24 1',
      '2:a: 0 1 8 2',
      'row 1:b: 0 3 24 1',
      '2:b: 0 4 8 2',
      'height 6',
    ]);
  });

  it('has the pixels of Grafana', () => {
    expect(boxOf({ x: 12, y: 2, w: 12, h: 8 }, 1568)).toEqual({
      left: 788,
      top: 76,
      width: 780,
      height: 296,
    });
  });
});

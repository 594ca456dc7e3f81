import { describe, expect, it } from 'vitest';

import {
  compareShots,
  copyOf,
  decodePng,
  encodePng,
  outline,
  type PixelCount,
  type Shot,
} from '../../../lib/preview/pictures/index.ts';
import { linesOf, picture } from './ascii.ts';

it('reads what it writes', () => {
  const png = encodePng(picture('rw.', 'gg.'));
  expect(linesOf(decodePng(png))).toEqual(['rw.', 'gg.']);
  expect(encodePng(picture('rw.', 'gg.')).equals(png)).toBe(true);
});

describe('an outline', () => {
  it.each([
    [
      'just inside of the box',
      { x: 1, y: 1, width: 8, height: 8 },
      [
        '..........',
        '.rrrrrrrr.',
        '.rrrrrrrr.',
        '.rrrrrrrr.',
        '.rrr..rrr.',
        '.rrr..rrr.',
        '.rrrrrrrr.',
        '.rrrrrrrr.',
        '.rrrrrrrr.',
        '..........',
      ],
    ],
    [
      'as far as there is a picture',
      { x: -4, y: 3, width: 8, height: 20 },
      [
        '..........',
        '..........',
        '..........',
        'rrrr......',
        'rrrr......',
        'rrrr......',
        '.rrr......',
        '.rrr......',
        '.rrr......',
        '.rrr......',
      ],
    ],
  ])('is %s', (_, box, lines) => {
    const on = picture(...Array.from({ length: 10 }, () => '..........'));
    outline(on, box, [255, 0, 0]);
    expect(linesOf(on)).toEqual(lines);
  });

  it('leaves the picture alone that was copied', () => {
    const one = picture('...', '...', '...');
    outline(copyOf(one), { x: 0, y: 0, width: 3, height: 3 }, [255, 0, 0]);
    expect(linesOf(one)).toEqual(['...', '...', '...']);
  });
});

/** Panels of 2 by 2 pixels, below each other, under a head of one line. */
function shot(ids: readonly number[], ...lines: readonly string[]): Shot {
  const panels = ids.map((id, i) => ({ id, box: { x: 0, y: 1 + 2 * i, width: 2, height: 2 } }));
  return { picture: picture(...lines), panels };
}

const SAME: PixelCount = { different: 0, all: 4 };
const ONE = new Map([[1, 1]]);

describe('a comparison', () => {
  it.each<[string, Shot, Shot, ReadonlyMap<number, number>, head: number, panels: object]>([
    ['of the same', shot([1], 'ww', 'rg', 'gr'), shot([1], 'ww', 'rg', 'gr'), ONE, 0, { 1: SAME }],
    [
      'of another pixel',
      shot([1], 'ww', 'rg', 'gr'),
      shot([1], 'ww', 'rg', 'gw'),
      ONE,
      0,
      { 1: { different: 1, all: 4 } },
    ],
    [
      'of a colour that is nearly the same',
      { ...shot([1], 'ww', 'rg', 'gr'), picture: nearly(picture('ww', 'rg', 'gr')) },
      shot([1], 'ww', 'rg', 'gr'),
      ONE,
      0,
      { 1: { different: 1, all: 4 } },
    ],
    [
      'of another head',
      shot([1], 'ww', 'rg', 'gr'),
      shot([1], 'w.', 'rg', 'gr'),
      ONE,
      1,
      { 1: SAME },
    ],
    [
      'of a panel that another one moved down',
      shot([1], 'ww', 'rg', 'gr'),
      shot([2, 1], 'ww', '..', '..', 'rg', 'gr'),
      ONE,
      0,
      { 1: SAME },
    ],
    [
      'of a panel with a new id',
      shot([1], 'ww', 'rg', 'gr'),
      shot([9], 'ww', 'rg', '..'),
      new Map([[9, 1]]),
      0,
      { 9: { different: 2, all: 4 } },
    ],
    [
      'of a panel that has become larger',
      {
        picture: picture('ww', 'rg', 'gr'),
        panels: [{ id: 1, box: { x: 0, y: 1, width: 1, height: 2 } }],
      },
      shot([1], 'ww', 'rg', 'gr'),
      ONE,
      0,
      { 1: { different: 2, all: 4 } },
    ],
    [
      'of a repeated panel, one more time',
      shot([1], 'ww', 'rg', 'gr'),
      shot([1, 1], 'ww', 'rg', 'gr', 'rr', 'rr'),
      ONE,
      0,
      { 1: { different: 4, all: 8 } },
    ],
    [
      'of a panel that is not drawn any more, as in a closed row',
      shot([1], 'ww', 'rg', 'gr'),
      shot([], 'ww'),
      ONE,
      0,
      {},
    ],
  ])('%s', (_, before, after, partners, head, panels) => {
    const compared = compareShots(before, after, partners);
    expect(compared.head.different).toBe(head);
    expect(Object.fromEntries(compared.panels)).toEqual(panels);
  });

  it('draws what differs in red, on what is there now, and pale', () => {
    const before = shot([1], 'wwww', '....', '....');
    const after = shot([1, 2], 'wwww', '.r..', '....', '....', '....');
    const { picture: drawn } = compareShots(before, after, ONE);
    expect([drawn.width, drawn.height]).toEqual([4, 5]);
    const at = (x: number, y: number) => [
      ...drawn.data.subarray((y * 4 + x) * 4, (y * 4 + x) * 4 + 3),
    ];
    expect(at(1, 1)).toEqual([255, 0, 64]);
    expect(at(0, 1)).toEqual([216, 216, 216]);
    expect(at(3, 1)).toEqual([216, 216, 216]);
    // A new panel.
    expect(at(0, 3)).toEqual([163, 208, 178]);
  });
});

function nearly({ width, height, data }: ReturnType<typeof picture>) {
  const other = Buffer.from(data);
  other[width * 4] = 254;
  return { width, height, data: other };
}

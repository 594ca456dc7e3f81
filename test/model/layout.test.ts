import { describe, expect, it } from 'vitest';

import { type GridPos, layout, type Panel, row, stat, timeseries } from '../../lib/model/index.ts';
import { random } from './random.ts';

const graph = (width?: number): Panel => sized(timeseries('graph', ''), width);
const number = (width?: number): Panel => sized(stat('number', ''), width);

function sized(panel: Panel, width: number | undefined): Panel {
  return width === undefined ? panel : panel.width(width);
}

describe('widths', () => {
  it.each([
    { name: 'one graph', panels: [graph()], widths: [24] },
    {
      name: 'four graphs share a line',
      panels: Array.from({ length: 4 }, () => graph()),
      widths: [6, 6, 6, 6],
    },
    {
      name: 'five graphs take two lines',
      panels: Array.from({ length: 5 }, () => graph()),
      widths: [8, 8, 8, 12, 12],
    },
    {
      name: 'five stats share a line',
      panels: Array.from({ length: 5 }, () => number()),
      widths: [5, 5, 5, 5, 4],
    },
    {
      name: 'nine stats take two lines',
      panels: Array.from({ length: 9 }, () => number()),
      widths: [5, 5, 5, 5, 4, 6, 6, 6, 6],
    },
    {
      name: 'one graph among stats',
      panels: [number(), number(), number(), number(), graph()],
      widths: [8, 8, 8, 12, 12],
    },
    { name: 'given widths stay', panels: [graph(10), graph(10)], widths: [10, 10] },
    {
      name: 'the others share what is left',
      panels: [graph(12), graph(), graph()],
      widths: [12, 6, 6],
    },
    { name: 'too little is left for a graph', panels: [graph(20), graph()], widths: [20, 12] },
    { name: 'enough is left for a stat', panels: [graph(20), number()], widths: [20, 4] },
    { name: 'more than the grid has', panels: [graph(30)], widths: [24] },
  ])('$name', ({ panels, widths }) => {
    expect(places(panels).map(({ w }) => w)).toEqual(widths);
  });
});

describe('lines', () => {
  it('begins a new line where a panel does not fit', () => {
    expect(places([graph(10), graph(10), graph(10)])).toEqual([
      { x: 0, y: 1, w: 10, h: 8 },
      { x: 10, y: 1, w: 10, h: 8 },
      { x: 0, y: 9, w: 10, h: 8 },
    ]);
  });

  it('puts rows below each other, of their own heights', () => {
    const rows = [row('A', [number()], { height: 4 }), row('B', [graph()])];
    expect(layout(rows).map(({ header, panels }) => [header?.y, panels[0]?.y])).toEqual([
      [0, 1],
      [5, 6],
    ]);
  });

  it('draws no header for a row without a title', () => {
    const [only] = layout([row('', [graph()])]);
    expect([only?.header, only?.panels[0]?.y]).toEqual([undefined, 0]);
  });

  it('gives a collapsed row the place of its header only', () => {
    const rows = [row('A', [graph(), graph()], { collapsed: true }), row('B', [])];
    expect(layout(rows).map(({ header }) => header?.y)).toEqual([0, 1]);
  });

  it('gives an empty row no height', () => {
    expect(layout([row('A', []), row('B', [])]).map(({ header }) => header?.y)).toEqual([0, 1]);
  });
});

describe('for any widths', () => {
  const next = random(1);
  const rows = Array.from({ length: 500 }, () =>
    row(
      next(4) === 0 ? '' : 'Row',
      Array.from({ length: next(14) }, () => {
        const width = next(3) === 0 ? undefined : next(30) - 2;
        return next(2) === 0 ? graph(width) : number(width);
      }),
      { height: next(12) - 1 },
    ),
  );
  const all = layout(rows).flatMap(({ header, panels }) => [
    ...(header ? [header] : []),
    ...panels,
  ]);

  it('stays on the grid', () => {
    expect(all.filter(({ x, y, w, h }) => x < 0 || y < 0 || w < 1 || h < 1 || x + w > 24)).toEqual(
      [],
    );
  });

  it('overlaps nothing', () => {
    const cells = new Set<string>();
    const overlaps = all.filter((place) => cellsOf(place).some((cell) => !add(cells, cell)));
    expect(overlaps).toEqual([]);
  });
});

function places(panels: readonly Panel[]): readonly GridPos[] {
  return layout([row('Row', panels)])[0]?.panels ?? [];
}

function cellsOf({ x, y, w, h }: GridPos): string[] {
  const columns = Array.from({ length: w }, (_, i) => x + i);
  return Array.from({ length: h }, (_, i) => y + i).flatMap((line) =>
    columns.map((column) => `${column},${line}`),
  );
}

function add(cells: Set<string>, cell: string): boolean {
  const isNew = !cells.has(cell);
  cells.add(cell);
  return isNew;
}

import { describe, expect, it } from 'vitest';

import { dashboard, type Panel, placePanels, row, stableId, stat } from '../../lib/model/index.ts';

const a = stat('A', '');
const b = stat('B', '');

describe('the id of a panel', () => {
  it('stays when a panel is inserted before it', () => {
    expect(idsOf([b, a]).at(-1)).toBe(idsOf([a]).at(-1));
  });

  it('stays when the panel changes', () => {
    expect(idsOf([a.unit('bytes').width(3)])).toEqual(idsOf([a]));
  });

  it('differs in another row', () => {
    expect(idsOf([a], 'Other')).not.toEqual(idsOf([a]));
  });

  it('is that of its key, wherever it is and whatever it is called', () => {
    const keyed = a.key('stable');
    expect(idsOf([keyed], 'Other')).toEqual(idsOf([stat('Renamed', '').key('stable')]));
  });

  it('is not that of a row of its name', () => {
    const [only] = placePanels(boardOf([stat('Row', '').key('Row')], 'Row'));
    expect(only?.panels[0]?.id).not.toBe(only?.header?.id);
  });
});

describe('a stable id', () => {
  it.each([
    { text: '', id: 725515275 },
    { text: 'Health › Uptime', id: 1539021673 },
    { text: 'Health › uptime', id: 637690686 },
  ])('of "$text" never changes', ({ text, id }) => {
    expect(stableId(text)).toBe(id);
  });

  it('has no collision among ten thousand similar texts', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => stableId(`Row › Panel ${i}`));
    expect(new Set(ids).size).toBe(10_000);
  });
});

function boardOf(panels: readonly Panel[], title: string) {
  return dashboard({ uid: 'u', title: 't', rows: [row(title, panels)] });
}

function idsOf(panels: readonly Panel[], title = 'Row'): number[] {
  return placePanels(boardOf(panels, title)).flatMap((placed) => placed.panels.map(({ id }) => id));
}

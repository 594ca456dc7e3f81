import { describe, expect, it } from 'vitest';

import { comparedPanels, type PanelFacts } from '../../../lib/cli/review/compared-panels.ts';
import type { Change, ChangeKind } from '../../../lib/review/index.ts';

const change = (kind: ChangeKind, panel: number): Change => ({
  kind,
  panel,
  dashboard: 'shop',
  file: 'shop.json',
  path: [],
  message: 'so and so',
});

const QUEUE = { id: 1, title: 'Queue' };
const WORKERS = { id: 2, title: 'Workers' };
const SAME = { different: 0, all: 100 };
const OTHER = { different: 7, all: 100 };

const facts = (more: Partial<PanelFacts>): PanelFacts => ({
  changes: [],
  before: [QUEUE],
  after: [QUEUE],
  partners: new Map([[1, 1]]),
  pixels: new Map([[1, SAME]]),
  isGone: false,
  ...more,
});

const CHANGED = { id: 1, title: 'Queue', state: 'changed' };

describe('a panel', () => {
  it.each<[string, Partial<PanelFacts>, readonly object[]]>([
    ['as it was', {}, []],
    [
      'changed in words and in pixels',
      { changes: [change('panel-unit', 1)], pixels: new Map([[1, OTHER]]) },
      [{ ...CHANGED, pixels: OTHER }],
    ],
    [
      'changed in words alone',
      { changes: [change('panel-unit', 1)] },
      [{ ...CHANGED, pixels: SAME, remark: 'changed in words, not in pixels' }],
    ],
    [
      'changed in pixels alone',
      { pixels: new Map([[1, OTHER]]) },
      [{ ...CHANGED, pixels: OTHER, remark: 'changed in pixels, not in words' }],
    ],
    [
      'of another panel changed',
      { changes: [change('panel-unit', 2)], pixels: new Map([[1, OTHER]]) },
      [{ ...CHANGED, pixels: OTHER, remark: 'changed in pixels, not in words' }],
    ],
    [
      'moved, and nothing else',
      { changes: [change('panel-moved', 1)] },
      [{ ...CHANGED, pixels: SAME, remark: 'elsewhere, and the same' }],
    ],
    [
      'moved and another unit',
      { changes: [change('panel-moved', 1), change('panel-unit', 1)] },
      [{ ...CHANGED, pixels: SAME, remark: 'changed in words, not in pixels' }],
    ],
    [
      'added',
      { changes: [change('panel-added', 2)], after: [QUEUE, WORKERS] },
      [{ id: 2, title: 'Workers', state: 'added' }],
    ],
    [
      'removed',
      { changes: [change('panel-removed', 2)], before: [QUEUE, WORKERS] },
      [{ id: 2, title: 'Workers', state: 'removed' }],
    ],
    [
      'gone with its dashboard',
      { after: [], partners: new Map(), pixels: new Map(), isGone: true },
      [{ id: 1, title: 'Queue', state: 'removed' }],
    ],
    [
      'renamed, with another id',
      {
        changes: [change('panel-renamed', 9)],
        after: [{ id: 9, title: 'Backlog' }],
        partners: new Map([[9, 1]]),
        pixels: new Map([[9, OTHER]]),
      },
      [{ id: 9, title: 'Backlog', state: 'changed', pixels: OTHER }],
    ],
    [
      'repeated, told once',
      { after: [QUEUE, QUEUE], pixels: new Map([[1, OTHER]]) },
      [{ ...CHANGED, pixels: OTHER, remark: 'changed in pixels, not in words' }],
    ],
    [
      'that is nowhere drawn',
      { changes: [change('panel-unit', 1)], before: [], after: [], pixels: new Map() },
      [],
    ],
  ])('%s', (_, given, panels) => {
    expect(comparedPanels(facts(given))).toEqual(panels);
  });
});

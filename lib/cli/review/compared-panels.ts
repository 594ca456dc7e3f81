import type { PixelCount } from '../../preview/index.ts';
import type { Change } from '../../review/index.ts';

/** A panel that changed in words, in pixels, or in both. */
export interface ComparedPanel {
  /** Of before where it is removed. */
  readonly id: number;
  readonly title: string;
  readonly state: 'added' | 'removed' | 'changed';
  /** Absent where there is only one version. */
  readonly pixels?: PixelCount;
  /** What a reader should know: words and pixels do not say the same. */
  readonly remark?: string;
}

interface PanelTitle {
  readonly id: number;
  readonly title: string;
}

/** What is known of both versions of a dashboard. */
export interface PanelFacts {
  /** In words, of the whole dashboard. */
  readonly changes: readonly Change[];
  /** As they were drawn; a repeated panel is there several times. */
  readonly before: readonly PanelTitle[];
  readonly after: readonly PanelTitle[];
  /** Ids of before by ids of after. */
  readonly partners: ReadonlyMap<number, number>;
  /** By the id of after. */
  readonly pixels: ReadonlyMap<number, PixelCount>;
  /** Whether the whole dashboard is gone, which is one change. */
  readonly isGone: boolean;
}

/** The panels of a dashboard that are not what they were: those that are there from top to bottom, then those that went. */
export function comparedPanels(facts: PanelFacts): ComparedPanel[] {
  const { changes, before, after, isGone } = facts;
  const removed = changes.filter(({ kind }) => kind === 'panel-removed');
  return [
    ...firsts(after).flatMap((panel) => comparedPanel(panel, facts)),
    ...firsts(before).flatMap(({ id, title }): ComparedPanel[] =>
      isGone || removed.some(({ panel }) => panel === id) ? [{ id, title, state: 'removed' }] : [],
    ),
  ];
}

function comparedPanel({ id, title }: PanelTitle, facts: PanelFacts): ComparedPanel[] {
  const said = facts.changes.filter(({ panel, kind }) => panel === id && kind !== 'panel-removed');
  if (!facts.partners.has(id)) return [{ id, title, state: 'added' }];
  const pixels = facts.pixels.get(id);
  const isDifferent = pixels !== undefined && pixels.different > 0;
  if (said.length === 0 && !isDifferent) return [];
  const remark = remarkOf(said, pixels);
  return [
    {
      id,
      title,
      state: 'changed',
      ...(pixels === undefined ? {} : { pixels }),
      ...(remark === undefined ? {} : { remark }),
    },
  ];
}

function remarkOf(said: readonly Change[], pixels: PixelCount | undefined): string | undefined {
  if (pixels === undefined) return undefined;
  if (said.length === 0) return 'changed in pixels, not in words';
  if (pixels.different > 0) return undefined;
  // That is a change of the dashboard, which the picture shows.
  return said.every(({ kind }) => kind === 'panel-moved')
    ? 'elsewhere, and the same'
    : 'changed in words, not in pixels';
}

function firsts(panels: readonly PanelTitle[]): PanelTitle[] {
  return panels.filter(({ id }, i) => panels.findIndex((each) => each.id === id) === i);
}

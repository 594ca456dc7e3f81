import type { PanelJson } from '../dashboard/index.ts';
import type { Placed } from './place.ts';

/** Chosen values of the repeated variables; All is all of its options. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** A panel as it is drawn: one of those that a repeated panel stands for has its own value of the variable. */
export interface Drawing {
  /** Of this drawing alone. */
  readonly key: string;
  readonly panel: PanelJson;
  readonly scoped: Readonly<Record<string, string>>;
}

const COLUMNS = 24;

/**
 * Each repeated panel for each value: side by side over the whole width, at most `maxPerRow` of them, or one below the
 * other. What is below them makes room.
 */
export function repeatPanels(
  panels: readonly PanelJson[],
  choices: Choices,
  scoped: Readonly<Record<string, string>>,
): readonly Placed<Drawing>[] {
  const keyEnd = Object.values(scoped)
    .map((value) => `:${value}`)
    .join('');
  let pushedDown = 0;
  const placed: Placed<Drawing>[] = [];
  for (const panel of [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y)) {
    const at = { ...panel.gridPos, y: panel.gridPos.y + pushedDown };
    const values = panel.repeat === '' ? undefined : choices[panel.repeat];
    if (values === undefined || values.length === 0) {
      placed.push({ item: { key: `${panel.id}${keyEnd}`, panel, scoped }, at });
      continue;
    }
    const isAcross = panel.repeatDirection === 'h';
    const w = isAcross ? Math.max(COLUMNS / values.length, COLUMNS / panel.maxPerRow) : at.w;
    const inLine = isAcross ? Math.floor(COLUMNS / w) : 1;
    values.forEach((value, index) => {
      placed.push({
        item: {
          key: `${panel.id}${keyEnd}:${value}`,
          panel,
          scoped: { ...scoped, [panel.repeat]: value },
        },
        at: {
          x: isAcross ? (index % inLine) * w : at.x,
          y: at.y + Math.floor(index / inLine) * at.h,
          w,
          h: at.h,
        },
      });
    });
    pushedDown += (Math.ceil(values.length / inLine) - 1) * at.h;
  }
  return placed;
}

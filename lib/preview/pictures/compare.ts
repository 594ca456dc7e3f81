import pixelmatch from 'pixelmatch';

import type { Box } from '../browser/index.ts';
import { fill } from './outline.ts';
import { blank, type Color, copyOf, cut, lay, type Picture } from './picture.ts';

/** A picture of a dashboard, and where its panels are. A repeated panel is there several times, with one id. */
export interface Shot {
  readonly picture: Picture;
  readonly panels: readonly ShotPanel[];
}

export interface ShotPanel {
  readonly id: number;
  readonly box: Box;
}

/** The pixels of both versions of something, laid on each other. */
export interface PixelCount {
  /** Pixels that are not exactly the same. Those that only one of both has are not. */
  readonly different: number;
  readonly all: number;
}

export interface ComparedShots {
  /** By the id of after: panels that are in both. */
  readonly panels: ReadonlyMap<number, PixelCount>;
  /** What is above the first panel: title, variables. */
  readonly head: PixelCount;
  /** The picture of after, pale, with what is different in red and new panels in green. */
  readonly picture: Picture;
}

const DIFFERENT: Color = [255, 0, 64];
const NEW: Color = [40, 190, 90];

/**
 * Compares panel by panel, so that one more in the middle, which moves all below it, counts for nothing but itself.
 *
 * @param partners ids of before by ids of after
 */
export function compareShots(
  before: Shot,
  after: Shot,
  partners: ReadonlyMap<number, number>,
): ComparedShots {
  const picture = pale(after.picture);
  const panels = new Map<number, PixelCount>();
  const seen = new Map<number, number>();
  for (const { id, box } of after.panels) {
    // Of a repeated panel, the first is compared with the first.
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    const old = before.panels.filter((each) => each.id === partners.get(id))[nth];
    if (old === undefined) fill(picture, box, NEW, 0.3);
    const { count, drawn } = comparePart(before.picture, old?.box, after.picture, box);
    if (old !== undefined) lay(drawn, picture, box);
    if (partners.has(id)) panels.set(id, sum(panels.get(id), count));
  }
  const [oldHead, head] = [headOf(before), headOf(after)];
  const { count, drawn } = comparePart(before.picture, oldHead, after.picture, head);
  lay(drawn, picture, head);
  return { panels, head: count, picture };
}

/** @param oldBox absent: there was nothing */
function comparePart(
  before: Picture,
  oldBox: Box | undefined,
  after: Picture,
  box: Box,
): { readonly count: PixelCount; readonly drawn: Picture } {
  const old = oldBox ?? { x: 0, y: 0, width: 0, height: 0 };
  const common = {
    width: Math.min(old.width, box.width),
    height: Math.min(old.height, box.height),
  };
  const inCommon = common.width * common.height;
  const all = old.width * old.height + box.width * box.height - inCommon;
  const drawn = pale(cut(after, box));
  if (inCommon === 0) return { count: { different: all, all }, drawn };
  const is = cut(after, { ...box, ...common });
  const output = blank(common);
  const different = pixelmatch(
    cut(before, { ...old, ...common }).data,
    is.data,
    output.data,
    common.width,
    common.height,
    {
      // One browser drew both: whatever is not the same is another thing.
      threshold: 0,
      includeAA: true,
      alpha: PALE,
      diffColor: [...DIFFERENT],
    },
  );
  // What has become larger is another thing, too.
  for (const rest of beyond(common, box)) fill(drawn, rest, DIFFERENT, 0.3);
  lay(output, drawn, { x: 0, y: 0 });
  return { count: { different: different + all - inCommon, all }, drawn };
}

function beyond(common: { width: number; height: number }, box: Box): Box[] {
  const { width, height } = common;
  return [
    { x: width, y: 0, width: box.width - width, height: box.height },
    { x: 0, y: height, width, height: box.height - height },
  ];
}

/** How much of a pixel is left where nothing differs. */
const PALE = 0.15;

/** Grey and nearly white, as pixelmatch draws what is the same. */
function pale(picture: Picture): Picture {
  const result = copyOf(picture);
  pixelmatch(picture.data, picture.data, result.data, picture.width, picture.height, {
    alpha: PALE,
  });
  return result;
}

function headOf({ picture, panels }: Shot): Box {
  const height = Math.min(picture.height, ...panels.map(({ box }) => box.y));
  return { x: 0, y: 0, width: picture.width, height };
}

function sum(a: PixelCount = { different: 0, all: 0 }, b: PixelCount): PixelCount {
  return { different: a.different + b.different, all: a.all + b.all };
}

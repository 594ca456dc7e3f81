import { distance } from 'fastest-levenshtein';

import { type Likeness, match, type Matched, sameKey } from '../match.ts';
import type { ReviewedPanel, ReviewedRow } from './reviewed-dashboard.ts';

/** The panels of two versions of a dashboard: by id, by title, then by what they show. */
export function matchPanels(
  before: readonly ReviewedPanel[],
  after: readonly ReviewedPanel[],
): Matched<ReviewedPanel> {
  return match(before, after, STEPS);
}

/** Which row is which: by title, else the one with the most panels in common. */
export function matchRows(
  before: readonly ReviewedRow[],
  after: readonly ReviewedRow[],
  panels: Matched<ReviewedPanel>,
): Matched<ReviewedRow> {
  const inCommon: Likeness<ReviewedRow> = (old, young) => {
    const stayed = panels.pairs.filter(
      (pair) => pair.before.row === old && pair.after.row === young,
    );
    return stayed.length;
  };
  const alike: Likeness<ReviewedRow> = (old, young) => {
    const were = panels.pairs.filter((pair) => pair.before.row === old).length;
    const stayed = inCommon(old, young);
    return stayed * 2 > were ? stayed : 0;
  };
  const same: Likeness<ReviewedRow> = (old, young) =>
    old.title === young.title ? 1 + inCommon(old, young) : 0;
  return match(before, after, [same, alike]);
}

/** Surely one panel in two dashboards: it was moved from one to the other. */
export function isMovedPanel(before: ReviewedPanel, after: ReviewedPanel): boolean {
  if (before.asks.size === 0)
    return before.content === after.content && before.title === after.title;
  return (
    before.content === after.content ||
    (before.title === after.title && likeness(before, after) >= 0.8)
  );
}

const STEPS: readonly Likeness<ReviewedPanel>[] = [
  (a, b) => (a.id === b.id && a.title === b.title ? 1 : 0),
  (a, b) =>
    a.title !== '' && a.title === b.title && a.row?.title === b.row?.title ? 1 + likeness(a, b) : 0,
  (a, b) => (a.id === b.id ? atLeast(0.35, likeness(a, b)) : 0),
  (a, b) => (a.title !== '' && a.title === b.title ? atLeast(0.4, likeness(a, b)) : 0),
  sameKey(({ asks, content }) => (asks.size === 0 ? undefined : content)),
  (a, b) => (a.type === b.type ? atLeast(0.6, likeness(a, b)) : 0),
];

function atLeast(least: number, score: number): number {
  return score >= least ? score : 0;
}

/** From 0 to 1. */
export function likeness(a: ReviewedPanel, b: ReviewedPanel): number {
  const type = a.type === b.type ? 0.15 : 0;
  return 0.6 * overlap(a.asks, b.asks) + type + 0.25 * nearness(a.title, b.title);
}

/** How much of what they ask is the same; near texts count in part. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 0.5 : 0;
  const best = [...a].map((text) => Math.max(...[...b].map((other) => textNearness(text, other))));
  return best.reduce((sum, each) => sum + each, 0) / Math.max(a.size, b.size);
}

/** By the words in common: metrics, labels, functions. */
function textNearness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [wordsIn(a), wordsIn(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(1, left.size + right.size - common);
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(/[\w:.]+/g));

function nearness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  // Long texts are no titles: the distance of two of them costs their product.
  return longest > 200 ? 0 : 1 - distance(a, b) / longest;
}

import { createColors } from 'picocolors';

import type { Change } from '../change.ts';
import type { Impact } from '../impact/index.ts';
import type { Review } from '../review.ts';
import { counted } from '../wording.ts';
import { chaptersOf } from './chapters.ts';
import { describe, signOf } from './describe.ts';

/**
 * A review for a terminal.
 *
 * @param color whether the reader's terminal shows colours
 *
 * @example
 * dashboard "Service Status" · shop/grafana/dashboards/status.json
 *   ~ panel "Queue": range 5m to 10m
 *   + panel "Workers" added to row "Health"
 */
export function renderReviewText(review: Review, color: boolean): string {
  const colors = createColors(color);
  const paint = { '+': colors.green, '-': colors.red, '~': colors.yellow };
  const line = (change: Change) => {
    const sign = signOf(change);
    return [`  ${paint[sign](sign)} ${describe(change)}`, ...textLines(change)];
  };
  const chapters = chaptersOf(review).map(({ title, file, changes }) => {
    const place = title === file ? '' : colors.dim(` · ${file}`);
    return [`${colors.bold(title)}${place}`, ...changes.flatMap(line)];
  });
  const impact = impactsText(
    review.impacts,
    (text) => colors.bold(text),
    (bad) => colors.red(bad),
  );
  return [...chapters, ...(impact.length === 0 ? [] : [impact])]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function textLines({ lines = [] }: Change): string[] {
  return lines.map((each) => `      ${each}`);
}

function impactsText(
  impacts: readonly Impact[],
  bold: (text: string) => string,
  red: (text: string) => string,
): string[] {
  if (impacts.length === 0) return [];
  const line = ({ kind, message }: Impact) =>
    kind === 'touches' ? `  · ${message}` : `  ${red('!')} ${message}`;
  return [
    bold(`what that does to the rest (${counted(impacts.length, 'finding')})`),
    ...impacts.map(line),
  ];
}

import { markdownText } from '../../review/index.ts';
import type { ComparedDashboard } from './compared-dashboard.ts';
import { pixelText } from './pixel-text.ts';

/** Characters: the words are what the comment is for. */
const LIMIT = 8000;

/**
 * What the pictures show, for the comment of a pull request, which cannot hold them: how many pixels of each panel
 * differ, and where words and pixels do not say the same.
 *
 * @returns empty where there are neither pictures nor notes
 */
export function picturesText(
  dashboards: readonly ComparedDashboard[],
  notes: readonly string[],
): string {
  const lines = [
    ...notes.map((each) => `_${markdownText(each)}_\n`),
    ...dashboards.flatMap(linesOf),
  ];
  let text = '';
  for (const line of lines) {
    if (text.length + line.length > LIMIT) return `${text}- …\n`;
    text += line;
  }
  return text === '' ? '' : `\n${text}`;
}

function linesOf({ title, panels, head, missing }: ComparedDashboard): string[] {
  const shown = panels.filter(({ pixels }) => pixels !== undefined);
  const ofHead =
    head !== undefined && head.different > 0
      ? [{ title: 'title and variables', pixels: head }]
      : [];
  const parts = [...ofHead, ...shown].map((each) => {
    const remark = 'remark' in each && each.remark !== undefined ? `, **${each.remark}**` : '';
    const count = each.pixels === undefined ? '' : pixelText(each.pixels);
    return `  - ${markdownText(each.title || 'without a title')}: ${count}${remark}\n`;
  });
  const why = missing === undefined ? [] : [`  - no pictures: ${markdownText(missing)}\n`];
  const all = [...parts, ...why];
  return all.length === 0 ? [] : [`- Pixels that differ in ${markdownText(title)}:\n`, ...all];
}

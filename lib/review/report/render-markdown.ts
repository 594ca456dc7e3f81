import type { Change } from '../change.ts';
import type { Review } from '../review.ts';
import { counted } from '../wording.ts';
import { type Chapter, chaptersOf, summaryOf } from './chapters.ts';
import { describe, signOf } from './describe.ts';
import { htmlText, markdownText } from './plain-text.ts';

/** GitHub refuses a comment with more characters. */
export const GITHUB_LIMIT = 65_536;

/** Kept free for the note that says what was cut. */
const FOR_THE_NOTE = 400;

/** More characters of impact than this would leave no place for the changes. */
const IMPACT_LIMIT = 16_000;

/**
 * A review as the comment of a pull request: the changes of a dashboard or file are folded, and it is as long as GitHub
 * accepts at most.
 *
 * @param limit most characters
 */
export function renderReviewMarkdown(review: Review, limit = GITHUB_LIMIT): string {
  if (review.changes.length === 0) return 'Dashboards, rules and stack stay as they are.\n';
  const head = [`**${summaryOf(review)}**`, ...impactLines(review)].join('\n');
  const chapters = chaptersOf(review);
  let text = `${head}\n`;
  let left = review.changes.length;
  for (const chapter of chapters) {
    const { text: part, told } = chapterText(chapter, limit - FOR_THE_NOTE - text.length);
    text += part;
    left -= told;
    if (told < chapter.changes.length) break;
  }
  const more = `\n**${counted(left, 'more change')}** did not fit into this comment: run \`dashc diff\` to see all.\n`;
  return left === 0 ? text : text + more;
}

function impactLines({ impacts }: Review): string[] {
  const lines: string[] = [];
  let size = 0;
  for (const { kind, message } of impacts) {
    const line = `- ${kind === 'touches' ? '' : '**Careful:** '}${markdownText(message)}`;
    size += line.length + 1;
    if (size > IMPACT_LIMIT) {
      lines.push(`- … and ${counted(impacts.length - lines.length, 'finding')} more`);
      break;
    }
    lines.push(line);
  }
  return lines.length === 0 ? [] : ['', 'What that does to the rest:', '', ...lines];
}

/** As many of its changes as there is place for. */
function chapterText(
  { title, file, changes }: Chapter,
  room: number,
): { readonly text: string; readonly told: number } {
  const place = title === file ? '' : ` <code>${htmlText(file)}</code>`;
  const head = `\n<details><summary><b>${htmlText(title)}</b>${place} (${counted(changes.length, 'change')})</summary>\n\n`;
  const tail = '\n</details>\n';
  let body = '';
  let told = 0;
  for (const change of changes) {
    const line = changeText(change);
    if (head.length + body.length + line.length + tail.length > room) break;
    body += line;
    told += 1;
  }
  return told === 0 ? { text: '', told } : { text: head + body + tail, told };
}

function changeText(change: Change): string {
  const line = `- ${SIGNS[signOf(change)]}${markdownText(describe(change))}\n`;
  if (change.lines === undefined || change.lines.length === 0) return line;
  // A fence that is longer than any in the text.
  const longest = Math.max(
    2,
    ...change.lines.flatMap((each) => each.match(/`+/g) ?? []).map((s) => s.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${line}\n  ${fence}diff\n${change.lines.map((each) => `  ${each}\n`).join('')}  ${fence}\n`;
}

const SIGNS = { '+': '➕ ', '-': '➖ ', '~': '' } as const;

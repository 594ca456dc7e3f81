import type { SourceText } from '../diagnostics/index.ts';

/**
 * A line of a source file with the word or the text at a column marked, or one character where there is neither.
 *
 * @param column 1-based
 * @returns `undefined` for a blank line, and for none
 */
export function excerpt(line: string | undefined, column: number): SourceText | undefined {
  if (line === undefined || line.trim() === '') return undefined;
  const margin = line.length - line.trimStart().length;
  const text = line.trim();
  const start = Math.max(0, column - 1 - margin);
  const marked = /^(?:[\w$]+|(['"`])[^'"`]*\1)/.exec(text.slice(start))?.[0].length ?? 1;
  return { text, span: { start, end: Math.min(start + marked, text.length) } };
}

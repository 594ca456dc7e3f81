import type { SourceText } from './diagnostic.ts';

/** A line of the source and the line of carets to print under it. */
export interface MarkedLine {
  readonly text: string;
  readonly carets: string;
}

/**
 * The lines of a source that its span touches, each with its part marked. Other lines of a long expression are left out.
 *
 * An empty span is one caret: something is missing there.
 */
export function markedLines({ text, span }: SourceText): MarkedLine[] {
  const start = clamp(span.start, text);
  const end = Math.max(start, clamp(span.end, text));
  const marked: MarkedLine[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const from = Math.max(start, offset);
    const to = Math.min(end, offset + line.length);
    const touches = start === end ? from <= to && from === start : from < to;
    const margin = from > start ? line.length - line.trimStart().length : 0;
    if (touches) marked.push(markLine(line, from - offset + margin, to - offset));
    offset += line.length + 1;
  }
  return marked;
}

function markLine(line: string, from: number, to: number): MarkedLine {
  const margin = blankLike(line.slice(0, from));
  return { text: line, carets: margin + '^'.repeat(Math.max(1, [...line.slice(from, to)].length)) };
}

/** Blanks as wide as `text`; tabs stay tabs, so that the carets stay under their characters. */
function blankLike(text: string): string {
  return [...text].map((c) => (c === '\t' ? c : ' ')).join('');
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(offset, 0), text.length);
}

import type { Scalar } from 'yaml';

import type { Edit, Span } from '../../diagnostics/index.ts';
import { yamlPlaces } from './yaml-offset.ts';

/**
 * Replaces a part of a scalar's text, within one line of the file.
 *
 * @returns `undefined` where the part is spread over lines, whose folding would have to be done anew, or where the new
 *   text would need other quotes
 */
export function yamlEdit(file: string, scalar: Scalar, part: Span, text: string): Edit | undefined {
  const places = yamlPlaces(file, scalar);
  const [first, last] = [places?.[part.start], places?.[part.end - 1]];
  const spelling = spelled(text, scalar.type);
  if (first === undefined || last === undefined || spelling === undefined) return undefined;
  const span = { start: first.start, end: last.end };
  if (file.slice(span.start, span.end).includes('\n')) return undefined;
  // What begins or ends with a space may be folded or indented in another way, or begin a comment.
  const isOpen = text === '' || /^\s|\s$/.test(text);
  if (isOpen && isSpaced(file, span)) return undefined;
  // The first character says what a plain scalar is.
  const isPlain = scalar.type === undefined || scalar.type === 'PLAIN';
  return isPlain && part.start === 0 ? undefined : { span, text: spelling };
}

/** Whether there is a space, an end of a line or a quote of the scalar beside it. */
function isSpaced(file: string, { start, end }: Span): boolean {
  return /^\s*$/.test(file.charAt(start - 1)) || /^\s*$/.test(file.charAt(end));
}

function spelled(text: string, type: Scalar['type']): string | undefined {
  if (/[\r\n]/.test(text)) return undefined;
  switch (type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return text;
    case 'QUOTE_DOUBLE':
      return JSON.stringify(text).slice(1, -1);
    case 'QUOTE_SINGLE':
      return text.replaceAll("'", "''");
    default:
      // Whatever else may end a plain scalar, or make it something else.
      return /^[\w$=!~]*$/.test(text) ? text : undefined;
  }
}

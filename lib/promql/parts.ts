import type { Span } from '../diagnostics/index.ts';
import type { Matcher, Matrix } from './ast.ts';
import { tokenize } from './lexer.ts';
import type { Token } from './token.ts';

/** Where the parts of a matcher stand in the text that it was read from; the value with its quotes. */
export interface MatcherParts {
  readonly op: Span;
  readonly value: Span;
}

/** @returns `undefined` where the value is a variable that brings its own quotes, or the matcher was built */
export function matcherParts(text: string, { span, op }: Matcher): MatcherParts | undefined {
  if (span === undefined) return undefined;
  const tokens = tokensIn(text, span);
  const [sign, value] = [tokens.find(({ kind }) => kind === op), tokens.at(-2)];
  if (sign === undefined || value?.kind !== 'string') return undefined;
  return { op: spanOf(sign, span), value: spanOf(value, span) };
}

/** Where the range of a range vector stands in the text that it was read from, without brackets and spaces. */
export function rangePart(text: string, { span, of }: Matrix): Span | undefined {
  if (span === undefined || of.span === undefined) return undefined;
  const tokens = tokensIn(text, span);
  const open = tokens.findIndex(({ kind }) => kind === '[');
  const close = tokens.findIndex(({ kind }, i) => i > open && kind === ']');
  const [first, last] = [tokens[open + 1], tokens[close - 1]];
  if (open === -1 || close < open + 2 || first === undefined || last === undefined) {
    return undefined;
  }
  return { start: spanOf(first, span).start, end: spanOf(last, span).end };
}

function tokensIn(text: string, { start, end }: Span): readonly Token[] {
  return tokenize(text.slice(start, end), true).tokens;
}

function spanOf({ start, end }: Token, within: Span): Span {
  return { start: within.start + start, end: within.start + end };
}

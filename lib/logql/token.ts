import type { BinaryOp } from './ast.ts';
import { isRangeOp, isVectorOp } from './operations.ts';

/** A piece of the query. A sign and a keyword are their own kind. */
export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** UTF-16 offset after the last character. */
  readonly end: number;
}

export type TokenKind =
  | Keyword
  | Sign
  | 'identifier'
  /** The name of a function, before `(`, `by` or `without`. */
  | 'function'
  /** A Grafana variable and nothing else. A word with a variable in it is an `identifier`. */
  | 'variable'
  | 'number'
  | 'duration'
  | 'bytes'
  | 'string'
  /** `[5m]`, with its brackets. */
  | 'range'
  /** `--strict`, `--keep-empty` */
  | 'flag'
  /** The lexer has reported it. */
  | 'invalid'
  | 'eof';

type Sign =
  | Exclude<BinaryOp, 'and' | 'or' | 'unless'>
  | '{'
  | '}'
  | '('
  | ')'
  | ','
  | '='
  | '=~'
  | '!~'
  | '|'
  | '|='
  | '|~'
  | '|>'
  | '!>';

type Keyword = (typeof KEYWORDS)[number];

const KEYWORDS = [
  'and',
  'bool',
  'by',
  'decolorize',
  'drop',
  'group_left',
  'group_right',
  'ignoring',
  'json',
  'keep',
  'label_format',
  'line_format',
  'logfmt',
  'offset',
  'on',
  'or',
  'pattern',
  'regexp',
  'unless',
  'unpack',
  'unwrap',
  'without',
] as const;

const WORDS: ReadonlySet<string> = new Set(KEYWORDS);
const OTHER_FUNCTIONS: ReadonlySet<string> = new Set([
  'bytes',
  'duration',
  'duration_seconds',
  'ip',
  'label_replace',
  'vector',
]);

/** The kind of a word; the case of its letters means nothing to Loki. */
export function kindOfWord(word: string, calls: boolean): TokenKind {
  const name = word.toLowerCase();
  if (WORDS.has(name)) return name as Keyword;
  const isFunction = isRangeOp(name) || isVectorOp(name) || OTHER_FUNCTIONS.has(name);
  return isFunction && calls ? 'function' : 'identifier';
}

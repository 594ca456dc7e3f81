import type { AggregateOp, ArithmeticOp, ComparisonOp, SetOp } from './ast.ts';

/** A piece of the text. Its kind is what the grammar asks for: a keyword and a sign are their own kind. */
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
  | 'number'
  | 'duration'
  | 'string'
  | 'identifier'
  /** A name with a colon. */
  | 'metric'
  /** A Grafana variable and nothing else. */
  | 'variable'
  /** A word with a Grafana variable in it, such as `${prefix}_total` or `${seconds}s`. */
  | 'templated'
  /** A character outside the grammar; the lexer has reported it. */
  | 'invalid'
  | 'eof';

export type Keyword =
  | AggregateOp
  | SetOp
  | 'atan2'
  | 'offset'
  | 'anchored'
  | 'smoothed'
  | 'by'
  | 'without'
  | 'on'
  | 'ignoring'
  | 'group_left'
  | 'group_right'
  | 'fill'
  | 'fill_left'
  | 'fill_right'
  | 'bool'
  | 'start'
  | 'end'
  | 'step'
  | 'range'
  | 'min_of'
  | 'max_of';

type Sign =
  | ArithmeticOp
  | ComparisonOp
  | '('
  | ')'
  | '{'
  | '}'
  | '['
  | ']'
  | ','
  | ':'
  | '='
  | '=~'
  | '!~'
  | '@';

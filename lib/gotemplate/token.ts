/** A piece of the template. A sign and a keyword are their own kind. */
export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** UTF-16 offset after the last character. */
  readonly end: number;
}

export type TokenKind =
  | Keyword
  /** Text outside actions, after trimming. */
  | 'text'
  | '{{'
  | '}}'
  /** Separates operands, so it means something. */
  | 'space'
  | '|'
  | '('
  | ')'
  | '='
  | ':='
  | ','
  | '.'
  /** `.name` */
  | 'field'
  /** `$` or `$name` */
  | 'variable'
  | 'identifier'
  | 'true'
  | 'false'
  | 'string'
  | 'character'
  | 'number'
  /** A character outside the grammar, or a broken literal. The lexer has reported it. */
  | 'invalid'
  | 'eof';

export type Keyword = (typeof KEYWORDS)[number];

const KEYWORDS = [
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
] as const;

const WORDS: ReadonlySet<string> = new Set([...KEYWORDS, 'true', 'false']);

/** The kind of a bare word. */
export function kindOfWord(word: string): TokenKind {
  return WORDS.has(word) ? (word as TokenKind) : 'identifier';
}

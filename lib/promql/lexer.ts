import { KEYWORDS } from './keywords.ts';
import { type PromqlError, promqlError } from './promql-error.ts';
import { isDecimalDigit, isLetter, isWord, scanNumber } from './scan-number.ts';
import { scanString } from './scan-string.ts';
import type { Token, TokenKind } from './token.ts';
import { variableAt } from './variables.ts';

export interface Tokens {
  /** Ends with a token of kind `eof`. Spaces and comments are dropped. */
  readonly tokens: readonly Token[];
  readonly errors: readonly PromqlError[];
}

/**
 * Splits an expression into tokens. Never fails: what PromQL does not know becomes a token of kind `invalid` and an error.
 *
 * @param variables whether Grafana's variables are words of the language
 */
export function tokenize(text: string, variables: boolean): Tokens {
  const lexer = new Lexer(text, variables);
  return { tokens: lexer.run(), errors: lexer.errors };
}

/** Signs of one character, and those that `=`, `~` or `/` may follow. */
const SIGNS: ReadonlySet<string> = new Set('+-*/%^(){}[],:@=<>');
const LONG_SIGNS: ReadonlySet<string> = new Set(['==', '!=', '<=', '>=', '=~', '!~', '</', '>/']);

class Lexer {
  readonly errors: PromqlError[] = [];
  readonly #text: string;
  readonly #variables: boolean;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** Keywords are labels in braces. */
  #inBraces = false;
  /** A colon is a sign in brackets. */
  #inBrackets = false;
  /** Prometheus takes no comment between `[` and the first number. */
  #comments = true;
  /** Prometheus wants a number anywhere in a bracket before the first `:` of a subquery. */
  #sawNumberInBrackets = false;

  constructor(text: string, variables: boolean) {
    this.#text = text;
    this.#variables = variables;
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length) this.#next();
    this.#push('eof', this.#at);
    return this.#tokens;
  }

  #next(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 32 || code === 10 || code === 9 || code === 13) {
      this.#at++;
    } else if (isLetter(code) || (code === COLON && !this.#inBrackets && !this.#inBraces)) {
      this.#word();
    } else if (isDecimalDigit(code) || (code === DOT && isDecimalDigit(this.#code(1)))) {
      this.#number();
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === BACKQUOTE) {
      this.#string();
    } else if (code === HASH && this.#comments) {
      this.#comment();
    } else if (this.#variableEnd(this.#at) !== undefined) {
      this.#word();
    } else {
      this.#sign();
    }
  }

  /** A name or keyword, with the variables in it. */
  #word(): void {
    const { templated, end } = this.#wordEnd(this.#at);
    if (templated) {
      const whole = this.#variableEnd(this.#at) === end;
      if (this.#inBrackets) this.#sawNumberInBrackets = true;
      this.#push(whole ? 'variable' : 'templated', end);
      return;
    }
    const word = this.#text.slice(this.#at, end);
    if (this.#inBraces) {
      this.#push('identifier', end);
    } else if (word.includes(':')) {
      this.#push('metric', end);
    } else {
      this.#push(this.#keyword(word, end), end);
    }
  }

  #keyword(word: string, end: number): TokenKind {
    if (word.length > LONGEST_KEYWORD) return 'identifier';
    const keyword = KEYWORDS.get(word.toLowerCase()) ?? 'identifier';
    // `Inf` and `NaN` are no durations.
    if (keyword === 'number' && this.#inBrackets) return 'identifier';
    if (keyword === 'fill' || keyword === 'fill_left' || keyword === 'fill_right') {
      return /^[ \t\r\n]*\(/.test(this.#text.slice(end, end + 80)) ? keyword : 'identifier';
    }
    return keyword;
  }

  #wordEnd(start: number): { end: number; templated: boolean } {
    let templated = false;
    let at = start;
    for (;;) {
      const code = this.#text.charCodeAt(at);
      if (isWord(code) || (code === COLON && !this.#inBrackets && !this.#inBraces)) {
        at++;
        continue;
      }
      const end = this.#variableEnd(at);
      if (end === undefined) return { end: at, templated };
      templated = true;
      at = end;
    }
  }

  #variableEnd(at: number): number | undefined {
    const code = this.#text.charCodeAt(at);
    if (!this.#variables || (code !== DOLLAR && code !== LEFT_BRACKET)) return undefined;
    return variableAt(this.#text, at)?.span.end;
  }

  #number(): void {
    const scan = scanNumber(this.#text, this.#at);
    if (this.#variableEnd(scan.end) !== undefined) {
      this.#push('templated', this.#wordEnd(scan.end).end);
      return;
    }
    if (!scan.ok) {
      const spelling = this.#text.slice(this.#at, scan.end);
      this.#report(`\`${spelling}\` is neither a number nor a duration`, scan.end);
    }
    if (this.#inBrackets) this.#sawNumberInBrackets = true;
    this.#comments = true;
    this.#push(scan.kind, scan.end);
  }

  #string(): void {
    const { end, problems } = scanString(this.#text, this.#at);
    this.errors.push(...problems);
    this.#push('string', end);
  }

  #comment(): void {
    while (this.#at < this.#text.length && !'\r\n'.includes(this.#text.charAt(this.#at))) {
      this.#at++;
    }
  }

  #sign(): void {
    const char = this.#text.charAt(this.#at);
    const pair = this.#text.slice(this.#at, this.#at + 2);
    if (LONG_SIGNS.has(pair) && !(this.#inBraces && pair === '==')) {
      this.#push(pair as TokenKind, this.#at + 2);
    } else if (SIGNS.has(char)) {
      this.#track(char);
      this.#push(char as TokenKind, this.#at + 1);
    } else {
      this.#invalid();
    }
  }

  #track(char: string): void {
    if (char === '{') this.#inBraces = true;
    else if (char === '}') this.#inBraces = false;
    else if (char === '[') {
      this.#inBrackets = true;
      this.#comments = false;
    } else if (char === ']') {
      this.#inBrackets = false;
      this.#comments = true;
    } else if (char === ':' && this.#inBrackets && !this.#sawNumberInBrackets) {
      const hint = 'put a duration first: `[5m:step()]`';
      this.#report(
        'Prometheus takes no `:` before the first number of a range',
        this.#at + 1,
        hint,
      );
    }
  }

  #invalid(): void {
    const char = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    const variable = char === '$' ? variableAt(this.#text, this.#at) : undefined;
    if (variable === undefined) {
      this.#report(`\`${char}\` is not part of PromQL`, this.#at + char.length);
      this.#push('invalid', this.#at + char.length);
    } else {
      const hint = 'write the value: Prometheus knows no variables';
      this.#report(
        `\`${variable.text}\` is a Grafana variable, which a rule cannot use`,
        variable.span.end,
        hint,
      );
      this.#push('invalid', variable.span.end);
    }
  }

  #code(ahead: number): number {
    return this.#text.charCodeAt(this.#at + ahead);
  }

  #report(message: string, end: number, hint?: string): void {
    this.errors.push(promqlError(message, { start: this.#at, end }, hint));
  }

  #push(kind: TokenKind, end: number): void {
    this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
  }
}

const LONGEST_KEYWORD = 12;
const COLON = 58;
const DOT = 46;
const HASH = 35;
const DOLLAR = 36;
const LEFT_BRACKET = 91;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKQUOTE = 96;

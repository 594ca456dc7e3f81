import { isBytes, parseDuration, parseRange } from './duration.ts';
import { type LogqlError, logqlError } from './logql-error.ts';
import { kindOfWord, type Token, type TokenKind } from './token.ts';
import { unquote } from './unquote.ts';
import { hasVariables, variableAt } from './variables.ts';

export interface Tokens {
  /** Ends with a token of kind `eof`. Spaces and comments are dropped. */
  readonly tokens: readonly Token[];
  readonly errors: readonly LogqlError[];
}

/** Splits a query into tokens. Never fails: what LogQL does not know becomes a token of kind `invalid` and an error. */
export function tokenize(text: string): Tokens {
  const lexer = new Lexer(text);
  return { tokens: lexer.run(), errors: lexer.errors };
}

class Lexer {
  readonly errors: LogqlError[] = [];
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length) this.#next();
    this.#push('eof', this.#at);
    return this.#tokens;
  }

  #next(): void {
    const char = this.#text.charAt(this.#at);
    if (/\s/.test(char)) this.#at++;
    else if (char === '#') this.#at = this.#find('\n', this.#text.length);
    else if (char === '"') this.#quoted();
    else if (char === '`') this.#raw();
    else if (char === '[' && variableAt(this.#text, this.#at) === undefined) this.#range();
    else if (this.#match(NUMBER) !== undefined) this.#number();
    else if (this.#wordEnd() > this.#at) this.#word();
    else this.#sign(char);
  }

  #quoted(): void {
    const end = this.#at + (this.#match(QUOTED)?.length ?? 0);
    if (end === this.#at) {
      this.#report('the string needs a closing `"`', this.#find('\n', this.#text.length));
      this.#push('invalid', this.#find('\n', this.#text.length));
      return;
    }
    if (unquote(this.#text.slice(this.#at, end)) === undefined) {
      const literal = this.#text.slice(this.#at, end);
      const hint = literal.includes('`')
        ? undefined
        : `use \`${literal.slice(1, -1)}\` in backquotes`;
      this.#report(`${literal} has an escape that Go does not know`, end, hint);
    }
    this.#push('string', end);
  }

  #raw(): void {
    const close = this.#text.indexOf('`', this.#at + 1);
    if (close === -1) this.#report('the string needs a closing backquote', this.#at + 1);
    this.#push(close === -1 ? 'invalid' : 'string', close === -1 ? this.#text.length : close + 1);
  }

  #range(): void {
    const match = this.#match(RANGE);
    if (match === undefined) {
      this.#report('the range needs a closing `]`', this.#at + 1);
      this.#push('invalid', this.#at + 1);
      return;
    }
    const inner = match.slice(1, -1);
    if (parseRange(inner) === undefined && !(hasVariables(inner) && !/\s/.test(inner))) {
      const hint = parseRange(inner.trim()) === undefined ? undefined : `use \`[${inner.trim()}]\``;
      this.#report(`\`${match}\` is not a range`, this.#at + match.length, hint);
    }
    this.#push('range', this.#at + match.length);
  }

  /** Letters after a number are its unit if they are one, and else a word of their own. */
  #number(): void {
    const number = this.#match(NUMBER) ?? '';
    const duration = this.#match(DURATION) ?? '';
    const bytes = this.#match(BYTES) ?? '';
    const variable = variableAt(this.#text, this.#at + number.length);
    if (parseDuration(duration) !== undefined) this.#push('duration', this.#at + duration.length);
    else if (isBytes(bytes)) this.#push('bytes', this.#at + bytes.length);
    else if (variable !== undefined) this.#push('duration', this.#wordEndAt(variable.span.end));
    else this.#push('number', this.#at + number.length);
  }

  #word(): void {
    const end = this.#wordEnd();
    const word = this.#text.slice(this.#at, end);
    if (variableAt(this.#text, this.#at)?.span.end === end) this.#push('variable', end);
    else this.#push(kindOfWord(word, CALL.test(this.#text.slice(end))), end);
  }

  #wordEnd(): number {
    return this.#wordEndAt(this.#at);
  }

  /** After a name with the variables in it. */
  #wordEndAt(start: number): number {
    let end = start;
    for (;;) {
      const variable = variableAt(this.#text, end);
      if (variable !== undefined) end = variable.span.end;
      else if (/[\p{L}\p{Nd}_]/u.test(this.#charAt(end))) end += this.#charAt(end).length;
      else return end;
    }
  }

  #sign(char: string): void {
    const flag = this.#match(FLAG);
    const pair = this.#text.slice(this.#at, this.#at + 2);
    const negative = this.#match(NEGATIVE);
    if (flag !== undefined) this.#push('flag', this.#at + flag.length);
    else if (negative !== undefined && parseDuration(negative) !== undefined) {
      this.#push('duration', this.#at + negative.length);
    } else if (PAIRS.has(pair)) this.#push(pair as TokenKind, this.#at + 2);
    else if (SIGNS.has(char)) this.#push(char as TokenKind, this.#at + 1);
    else this.#invalid(char === "'" ? this.#match(SINGLE_QUOTED) : undefined);
  }

  /** @param quoted a string in single quotes */
  #invalid(quoted: string | undefined): void {
    const found = quoted ?? this.#charAt(this.#at);
    const hint = quoted === undefined ? undefined : `use "${quoted.slice(1, -1)}"`;
    this.#report(`\`${found}\` is not part of LogQL`, this.#at + found.length, hint);
    this.#push('invalid', this.#at + found.length);
  }

  #charAt(at: number): string {
    const code = this.#text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #find(what: string, otherwise: number): number {
    const at = this.#text.indexOf(what, this.#at);
    return at === -1 ? otherwise : at;
  }

  #report(message: string, end: number, hint?: string): void {
    this.errors.push(logqlError(message, { start: this.#at, end }, hint));
  }

  #push(kind: TokenKind, end: number): void {
    this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
  }
}

const QUOTED = /"(?:[^"\\\n]|\\[^\n])*"/y;
const SINGLE_QUOTED = /'[^'\n]*'/y;
const RANGE = /\[(?:\$\{[^}\n]*\}|\[\[\w+(?::\w+)?\]\]|[^\][\n])*\]/y;
const NUMBER = /(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
const DURATION = /[\d.][\d.nuµmshdwy]*/y;
const BYTES = /[\d.]+[BikKMGTP]+/y;
const NEGATIVE = /-[\d.][\d.nuµmshdwy]*/y;
const FLAG = /--(?:strict|keep-empty)(?![\p{L}-])/uy;
const CALL = /^\s*(?:\(|(?:by|without)\s*\()/i;
const PAIRS: ReadonlySet<string> = new Set('!= =~ !~ !> |= |~ |> == >= <='.split(' '));
const SIGNS: ReadonlySet<string> = new Set('{}(),=|+-*/%^><');

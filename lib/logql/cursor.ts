import { invariant, type Span } from '../diagnostics/index.ts';
import type { Name } from './ast.ts';
import { type LogqlError, logqlError } from './logql-error.ts';
import type { Token, TokenKind } from './token.ts';
import { unquote } from './unquote.ts';
import { variableAt, type VariableRef } from './variables.ts';

/** A reading position in the tokens of one query, and the mistakes found so far. */
export class Cursor {
  readonly text: string;
  readonly errors: LogqlError[];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  #links = 0;

  constructor(text: string, tokens: readonly Token[], errors: readonly LogqlError[]) {
    this.text = text;
    this.errors = [...errors];
    this.#tokens = tokens;
  }

  /** The next token. At the end it stays the one of kind `eof`. */
  get token(): Token {
    const token = this.#tokens[this.#at];
    invariant(token !== undefined, 'the tokens end with `eof`');
    return token;
  }

  get kind(): TokenKind {
    return this.token.kind;
  }

  /** Where the last consumed token ended. */
  get end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.token.kind);
  }

  next(): Token {
    const token = this.token;
    if (token.kind !== 'eof') this.#at++;
    return token;
  }

  /** Consumes the next token if it is of this kind. */
  accept(kind: TokenKind): Token | undefined {
    return this.at(kind) ? this.next() : undefined;
  }

  /** As `accept`, and reports what stands there instead. */
  expect(kind: TokenKind, what = `\`${kind}\``): Token | undefined {
    const token = this.accept(kind);
    if (token === undefined) this.unexpected(what);
    return token;
  }

  textOf({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  spanFrom(start: number): Span {
    return { start, end: this.end };
  }

  /** A name of a label; keywords are none. */
  name(): Name | undefined {
    if (!this.at('identifier', 'variable')) {
      const isWord = /^\w+$/.test(this.textOf(this.token));
      this.unexpected(
        'the name of a label',
        isWord ? 'Loki keeps this word for itself' : undefined,
      );
      return undefined;
    }
    const { start, end } = this.next();
    return { name: this.text.slice(start, end), span: { start, end } };
  }

  /** A string without its quotes, or a variable that brings them. */
  string(): string | undefined {
    if (!this.at('string', 'variable')) {
      this.unexpected('a string');
      return undefined;
    }
    const token = this.next();
    const text = this.textOf(token);
    return token.kind === 'variable' ? text : (unquote(text) ?? text.slice(1, -1));
  }

  /** A number without sign, or a variable. */
  number(): number | VariableRef | undefined {
    const variable = this.variable();
    if (variable !== undefined) return variable;
    const token = this.expect('number', 'a number');
    return token === undefined ? undefined : Number(this.textOf(token));
  }

  variable(): VariableRef | undefined {
    return this.at('variable') ? variableAt(this.text, this.next().start) : undefined;
  }

  /** Reports that `wanted` is missing before the next token. */
  unexpected(wanted: string, hint?: string): void {
    const { token } = this;
    const before = this.#tokens[this.#at - 1]?.kind;
    if (token.kind === 'invalid' || (token.kind === 'eof' && before === 'invalid')) return;
    const found = token.kind === 'eof' ? 'the query ends' : `\`${this.textOf(token)}\` stands`;
    const span =
      token.kind === 'eof' && this.end > 0 ? { start: this.end - 1, end: this.end } : token;
    this.report(`${found} where ${wanted} is needed`, span, hint);
  }

  /** Reports a mistake, unless one was reported at the same place: it is the consequence. */
  report(message: string, span: Span, hint?: string): void {
    if (this.errors.some((error) => error.span.start === span.start)) return;
    this.errors.push(logqlError(message, span, hint));
  }

  /** Runs `read` one level deeper; without it, and with a report, when the query is nested beyond reason. */
  nested<T>(read: () => T): T | undefined {
    if (this.#depth === MAX_DEPTH) {
      this.report('the query is nested too deeply', this.token);
      this.#at = this.#tokens.length - 1;
      return undefined;
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  /** Counts what makes the tree higher without nesting; `false`, and a report, when there is too much of it. */
  grow(): boolean {
    if (this.#links++ < MAX_LINKS) return true;
    this.report('the query is too long', this.token);
    this.#at = this.#tokens.length - 1;
    return false;
  }

  /** Consumes tokens up to one of these kinds, stepping over brackets that open on the way. */
  skipTo(...kinds: readonly TokenKind[]): void {
    let open = 0;
    while (!this.at('eof') && (open > 0 || !this.at(...kinds))) {
      if (this.at('(', '{')) open++;
      if (this.at(')', '}')) open = Math.max(0, open - 1);
      this.next();
    }
  }
}

// Far beyond what people write, and low enough for a recursive walk over the tree.
const MAX_DEPTH = 200;
const MAX_LINKS = 1000;

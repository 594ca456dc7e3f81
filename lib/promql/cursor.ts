import { invariant, type Span } from '../diagnostics/index.ts';
import { type PromqlError, promqlError } from './promql-error.ts';
import type { Token, TokenKind } from './token.ts';

/** A reading position in the tokens of one expression, and the mistakes found so far. */
export class Cursor {
  readonly text: string;
  readonly experimental: boolean;
  readonly errors: PromqlError[];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  #links = 0;

  constructor(
    text: string,
    tokens: readonly Token[],
    errors: readonly PromqlError[],
    experimental: boolean,
  ) {
    this.text = text;
    this.experimental = experimental;
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

  /** The kind of the token after the next. */
  get ahead(): TokenKind {
    return this.#tokens[this.#at + 1]?.kind ?? 'eof';
  }

  /** Where the last consumed token ended. */
  get end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  /** Whether the next token is of this kind. */
  at(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  next(): Token {
    const token = this.token;
    if (token.kind !== 'eof') this.#at++;
    return token;
  }

  /** Consumes the next token if it is of this kind. */
  accept(kind: TokenKind): Token | undefined {
    return this.kind === kind ? this.next() : undefined;
  }

  /** As `accept`, and reports what stands there instead. */
  expect(kind: TokenKind, where: string): Token | undefined {
    const token = this.accept(kind);
    if (token === undefined) this.unexpected(`\`${kind}\` ${where}`);
    return token;
  }

  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  spanFrom(start: number): Span {
    return { start, end: this.end };
  }

  /** Reports that `wanted` is missing before the next token. */
  unexpected(wanted: string, hint?: string): void {
    const { token } = this;
    if (token.kind === 'invalid') return;
    const found = token.kind === 'eof' ? 'the expression ends' : `\`${this.textOf(token)}\` stands`;
    this.report(`${found} where ${wanted} is needed`, this.#visible(token), hint);
  }

  /** Reports a mistake, unless one was reported at the same place: it is the consequence. */
  report(message: string, { start, end }: Span, hint?: string): void {
    if (this.errors.some((error) => error.span.start === start)) return;
    this.errors.push(promqlError(message, { start, end }, hint));
  }

  reportExperimental(what: string, flag: string, span: Span): void {
    if (this.experimental) return;
    const hint = `start Prometheus with \`--enable-feature=${flag}\``;
    this.report(`${what} is experimental, and Prometheus refuses it without a flag`, span, hint);
  }

  /** Runs `read` one level deeper; without it, and with a report, when the expression is nested beyond reason. */
  nested<T>(read: () => T): T | undefined {
    if (this.#depth === MAX_DEPTH) {
      this.report('the expression is nested too deeply', this.token);
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
    this.report('the expression is too long', this.token);
    this.#at = this.#tokens.length - 1;
    return false;
  }

  /** Consumes tokens up to one of these kinds, stepping over brackets that open on the way. */
  skipTo(...kinds: readonly TokenKind[]): void {
    let open = 0;
    while (this.kind !== 'eof' && (open > 0 || !kinds.includes(this.kind))) {
      if (this.kind === '(' || this.kind === '{' || this.kind === '[') open++;
      if (this.kind === ')' || this.kind === '}' || this.kind === ']') open = Math.max(0, open - 1);
      this.next();
    }
  }

  /** The last character for the end of the text, where there is nothing to mark. */
  #visible(token: Token): Span {
    if (token.kind !== 'eof' || this.end === 0) return { start: token.start, end: token.end };
    return { start: this.end - 1, end: this.end };
  }
}

// Far beyond what people write, and low enough for a recursive walk over the tree.
const MAX_DEPTH = 200;
const MAX_LINKS = 1000;

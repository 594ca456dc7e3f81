import { invariant, type Span } from '../diagnostics/index.ts';
import type { Node } from './ast.ts';
import type { Dialect } from './dialect.ts';
import { type TemplateError, templateError } from './template-error.ts';
import type { Token, TokenKind } from './token.ts';

/** A reading position in the tokens of one template, with what is declared there and the mistakes found so far. */
export class Cursor {
  readonly text: string;
  readonly dialect: Dialect;
  readonly errors: TemplateError[];
  readonly definitions = new Map<string, readonly Node[]>();
  /** Names of the variables in scope, with their `$`. */
  variables: string[];
  /** Inside how many `range`s. */
  ranges = 0;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** Whether the action that was entered last has a mistake: more of them are its consequence. */
  #broken = false;
  readonly #reported: Set<number>;

  constructor(
    text: string,
    dialect: Dialect,
    variables: readonly string[],
    tokens: readonly Token[],
    errors: readonly TemplateError[],
  ) {
    this.text = text;
    this.dialect = dialect;
    this.variables = [...variables];
    this.errors = [...errors];
    this.#tokens = tokens;
    this.#reported = new Set(errors.map(({ span }) => span.start));
  }

  /** The next token. At the end it stays the one of kind `eof`. */
  get token(): Token {
    const token = this.#tokens[this.#at];
    invariant(token !== undefined, 'the tokens end with `eof`');
    return token;
  }

  /** The first kind after blanks. */
  get afterSpace(): TokenKind {
    let at = this.#at;
    while (this.#tokens[at]?.kind === 'space') at++;
    return this.#tokens[at]?.kind ?? 'eof';
  }

  get end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  /** An action begins here. The lexer has marked what it could not read up to its `}}`. */
  enterAction(): void {
    let at = this.#at;
    while (!['}}', 'eof', 'invalid'].includes(this.#tokens[at]?.kind ?? 'eof')) at++;
    const last = this.#tokens[at];
    this.#broken = last?.kind === 'invalid' || last?.start === last?.end;
  }

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
    return this.at(kind) ? this.next() : undefined;
  }

  /** As `accept`, with blanks before it. */
  acceptAfterSpace(kind: TokenKind): Token | undefined {
    if (this.afterSpace !== kind) return undefined;
    this.skipSpace();
    return this.next();
  }

  skipSpace(): void {
    while (this.at('space')) this.next();
  }

  /** Where the reader is, to come back with `rewind`. */
  mark(): number {
    return this.#at;
  }

  rewind(mark: number): void {
    this.#at = mark;
  }

  textOf({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  report(message: string, span: Span, hint?: string): void {
    this.#broken = true;
    if (this.#reported.has(span.start)) return;
    this.#reported.add(span.start);
    this.errors.push(templateError('refused', message, span, hint));
  }

  /** Reports that `wanted` is missing before the next token, unless the action has a mistake: it is the consequence. */
  unexpected(wanted: string, hint?: string): void {
    this.skipSpace();
    const { token } = this;
    if (this.#broken) return;
    if (token.kind === '}}' || token.kind === 'eof') {
      this.report(`the action ends where ${wanted} is needed`, token, hint);
    } else {
      this.report(`\`${this.textOf(token)}\` stands where ${wanted} is needed`, token, hint);
    }
  }

  /** Consumes the rest of the action with its `}}`; reports what is there but `wanted`, if that is given. */
  close(wanted?: string): void {
    this.skipSpace();
    if (wanted !== undefined && !this.at('}}')) this.unexpected(wanted);
    while (!this.at('}}') && !this.at('eof')) this.next();
    this.accept('}}');
  }

  /** Runs `read` one level deeper; without it, and with a report, when the template is nested beyond reason. */
  nested<T>(read: () => T): T | undefined {
    if (this.#depth === MAX_DEPTH) {
      this.report('the template is nested too deeply', this.token);
      this.#at = this.#tokens.length - 1;
      return undefined;
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }
}

// Far beyond what people write, and low enough for a recursive walk over the tree.
const MAX_DEPTH = 200;

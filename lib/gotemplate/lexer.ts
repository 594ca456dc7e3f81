import { scanNumber } from './scan-number.ts';
import { type TemplateError, templateError } from './template-error.ts';
import { kindOfWord, type Token, type TokenKind } from './token.ts';

export interface Tokens {
  /** Ends with a token of kind `eof`. Comments are dropped, and so is the white space that a `-` trims. */
  readonly tokens: readonly Token[];
  readonly errors: readonly TemplateError[];
}

/**
 * Splits a template into tokens. Never fails: what Go does not know becomes a token of kind `invalid` and an error, and an
 * action without `}}` ends before the next `{{`.
 */
export function tokenize(text: string): Tokens {
  const lexer = new Lexer(text);
  return { tokens: lexer.run(), errors: lexer.errors };
}

class Lexer {
  readonly errors: TemplateError[] = [];
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** Offset of the last `{{`. */
  #open = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length) this.#textAndAction();
    this.#push('eof', this.#at);
    return this.#tokens;
  }

  #textAndAction(): void {
    const open = this.#text.indexOf('{{', this.#at);
    const end = open === -1 ? this.#text.length : open;
    const trims = open !== -1 && TRIM_AFTER.test(this.#text.slice(open + 2, open + 4));
    const text = this.#text.slice(this.#at, end);
    this.#push('text', trims ? this.#at + trimEnd(text).length : end);
    this.#at = end;
    if (open === -1) return;
    this.#open = open;
    const inside = open + (trims ? 4 : 2);
    if (this.#text.startsWith('/*', inside)) this.#comment(open, inside);
    else this.#action(open, inside);
  }

  #comment(open: number, inside: number): void {
    const close = this.#text.indexOf('*/', inside + 2);
    const after = close === -1 ? undefined : this.#closeAt(close + 2);
    if (after !== undefined) {
      this.#at = after.next;
      return;
    }
    if (close === -1) this.#report('the comment needs a closing `*/`', open, inside + 2);
    else this.#report('a comment fills its action: `}}` must follow `*/`', close, close + 2);
    const end = this.#text.indexOf('}}', inside);
    this.#at = end === -1 ? this.#text.length : end + 2;
  }

  #action(open: number, inside: number): void {
    this.#tokens.push({ kind: '{{', start: open, end: open + 2 });
    this.#at = inside;
    for (;;) {
      const close = this.#closeAt(this.#at);
      if (close !== undefined) {
        this.#tokens.push({ kind: '}}', start: close.start, end: close.start + 2 });
        this.#at = close.next;
        return;
      }
      if (this.#at >= this.#text.length || this.#text.startsWith('{{', this.#at)) {
        this.#report('the action needs a closing `}}`', open, open + 2);
        // As if it were closed here, so that what follows is still read.
        this.#tokens.push({ kind: '}}', start: this.#at, end: this.#at });
        return;
      }
      this.#next();
    }
  }

  /** `}}` or ` -}}` at this offset: where the braces are, and where the text goes on. */
  #closeAt(at: number): { start: number; next: number } | undefined {
    if (this.#text.startsWith('}}', at)) return { start: at, next: at + 2 };
    TRIM_BEFORE.lastIndex = at;
    if (!TRIM_BEFORE.test(this.#text)) return undefined;
    const rest = this.#text.slice(at + 4);
    return { start: at + 2, next: at + 4 + rest.length - trimStart(rest).length };
  }

  #next(): void {
    const char = this.#text.charAt(this.#at);
    if (SPACE.test(char)) this.#space();
    else if (char === '"' || char === "'") this.#quoted(char);
    else if (char === '`') this.#raw();
    else if (/\d/.test(char) || NUMBER_AFTER_SIGN.test(this.#text.slice(this.#at, this.#at + 2))) {
      this.#number();
    } else if (char === '$' || char === '.') this.#name(char);
    else if (WORD.test(this.#charAt(this.#at))) this.#word();
    else this.#sign(char);
  }

  #space(): void {
    let end = this.#at;
    // The blank of ` -}}` belongs to the closing.
    while (SPACE.test(this.#text.charAt(end)) && this.#closeAt(end) === undefined) end++;
    this.#push('space', end);
  }

  #quoted(quote: string): void {
    let end = this.#at + 1;
    while (end < this.#text.length && this.#text[end] !== quote && this.#text[end] !== '\n') {
      end += this.#text[end] === '\\' && this.#text[end + 1] !== '\n' ? 2 : 1;
    }
    const closed = this.#text[end] === quote;
    if (closed) {
      this.#push(quote === '"' ? 'string' : 'character', end + 1);
      return;
    }
    this.#report(`the ${NAME_OF_QUOTE[quote]} needs a closing \`${quote}\``, this.#at, end);
    this.#push('invalid', this.#endOfBroken());
  }

  #raw(): void {
    const close = this.#text.indexOf('`', this.#at + 1);
    if (close !== -1) {
      this.#push('string', close + 1);
      return;
    }
    this.#report('the string needs a closing backquote', this.#at, this.#at + 1);
    this.#push('invalid', this.#endOfBroken());
  }

  #number(): void {
    const { end, ok } = scanNumber(this.#text, this.#at);
    if (!ok) {
      this.#report(`\`${this.#text.slice(this.#at, end)}\` is not a number`, this.#at, end);
    }
    this.#push(ok ? 'number' : 'invalid', end);
  }

  /** `.`, `.field`, `$` or `$name`. */
  #name(sign: '$' | '.'): void {
    const end = this.#wordEnd(this.#at + 1);
    const bare = end === this.#at + 1;
    const kind = sign === '$' ? 'variable' : bare ? '.' : 'field';
    this.#terminated(kind, end);
  }

  #word(): void {
    const end = this.#wordEnd(this.#at);
    this.#terminated(kindOfWord(this.#text.slice(this.#at, end)), end);
  }

  /** Go wants a blank, a sign or the end after a name: `$x+2` and `$a$b` are refused. */
  #terminated(kind: TokenKind, end: number): void {
    const char = this.#charAt(end);
    if (char === '' || TERMINATOR.test(char) || this.#text.startsWith('}}', end)) {
      this.#push(kind, end);
      return;
    }
    const name = this.#text.slice(this.#at, end);
    this.#report(`\`${char}\` cannot follow \`${name}\``, end, end + char.length);
    this.#push('invalid', end + char.length);
  }

  #sign(char: string): void {
    if (this.#text.startsWith(':=', this.#at)) this.#push(':=', this.#at + 2);
    else if (SIGNS.has(char)) this.#push(char as TokenKind, this.#at + 1);
    else this.#invalid(this.#charAt(this.#at));
  }

  #invalid(char: string): void {
    const end = this.#at + char.length;
    const hint = HINTS[char];
    this.#report(`\`${char}\` has no meaning in an action`, this.#at, end, hint);
    this.#push('invalid', end);
  }

  /** A broken literal is given up where the action probably ends. */
  #endOfBroken(): number {
    const end = this.#text.slice(this.#at).search(/\}\}|\{\{/);
    return end === -1 ? this.#text.length : this.#at + Math.max(end, 1);
  }

  #wordEnd(from: number): number {
    WORDS.lastIndex = from;
    return from + (WORDS.exec(this.#text)?.[0].length ?? 0);
  }

  /** The whole character at an offset; empty at the end. */
  #charAt(at: number): string {
    const code = this.#text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  /** One mistake an action: what follows is its consequence. */
  #report(message: string, start: number, end: number, hint?: string): void {
    if ((this.errors.at(-1)?.span.start ?? -1) >= this.#open) return;
    this.errors.push(templateError('refused', message, { start, end }, hint));
  }

  #push(kind: TokenKind, end: number): void {
    if (end > this.#at || kind === 'eof') this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
  }
}

const SPACE = /^[ \t\r\n]$/;
const WORD = /^[\p{L}\p{Nd}_]$/u;
const WORDS = /[\p{L}\p{Nd}_]*/uy;
const TERMINATOR = /^[ \t\r\n.,|:()]$/;
const TRIM_AFTER = /^-[ \t\r\n]$/;
const TRIM_BEFORE = /[ \t\r\n]-\}\}/y;
const NUMBER_AFTER_SIGN = /^(?:[+-]|\.\d)/;
const SIGNS: ReadonlySet<string> = new Set('|()=,');
const NAME_OF_QUOTE: Readonly<Record<string, string>> = { '"': 'string', "'": 'character' };

/** What people write from habit. */
const HINTS: Readonly<Record<string, string>> = {
  '}': 'an action ends with `}}`',
  '>': 'use `gt a b`',
  '<': 'use `lt a b`',
  '*': 'multiply in the query',
  '/': 'divide in the query',
};

// Only what Go trims; JavaScript's `trim` takes more.
function trimEnd(text: string): string {
  return text.replace(/[ \t\r\n]+$/, '');
}

function trimStart(text: string): string {
  return text.replace(/^[ \t\r\n]+/, '');
}

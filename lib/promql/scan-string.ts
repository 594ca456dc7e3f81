import type { Span } from '../diagnostics/index.ts';

export interface StringScan {
  /** Offset after the closing quote, or where reading had to stop. */
  readonly end: number;
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

/** Finds the end of the string that starts at `start`, and what Prometheus refuses in it. */
export function scanString(text: string, start: number): StringScan {
  return text[start] === '`' ? scanRaw(text, start) : scanQuoted(text, start);
}

function scanRaw(text: string, start: number): StringScan {
  const close = text.indexOf('`', start + 1);
  const end = close === -1 ? text.length : close + 1;
  const problems = close === -1 ? [unclosed(text, start, end)] : [];
  return { end, problems: [...problems, ...notUtf8(text, start, end)] };
}

function scanQuoted(text: string, start: number): StringScan {
  const quote = text[start];
  const problems = [];
  let at = start + 1;
  while (at < text.length && text[at] !== '\n') {
    if (text[at] === quote) {
      return { end: at + 1, problems: [...problems, ...notUtf8(text, start, at + 1)] };
    }
    if (text[at] !== '\\') {
      at++;
      continue;
    }
    const end = escapeEnd(text, at);
    const escape = text.slice(at, end);
    if (!isEscape(escape, quote)) {
      const message = `\`${escape}\` is not an escape sequence of Go, as PromQL strings need`;
      problems.push({ message, span: { start: at, end } });
    }
    at = Math.max(end, at + 1);
  }
  return { end: at, problems: [unclosed(text, start, at), ...problems] };
}

const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8})/y;

/** Never beyond the closing quote, so that one bad escape does not swallow the rest. */
function escapeEnd(text: string, start: number): number {
  ESCAPE.lastIndex = start;
  const match = ESCAPE.exec(text);
  if (match !== null) return start + match[0].length;
  const next = String.fromCodePoint(text.codePointAt(start + 1) ?? LINE_FEED);
  return next === '\n' ? start + 1 : start + 1 + next.length;
}

const LINE_FEED = 10;

function isEscape(escape: string, quote: string | undefined): boolean {
  const kind = escape[1] ?? '';
  if (kind === quote || (escape.length === 2 && 'abfnrtv\\'.includes(kind))) return true;
  const digits = escape.slice(2);
  switch (kind) {
    case 'x':
      return digits.length === 2;
    case 'u':
    case 'U':
      return digits.length === (kind === 'u' ? 4 : 8) && isScalarValue(parseInt(digits, 16));
    default:
      return /^\\[0-7]{3}$/.test(escape) && parseInt(escape.slice(1), 8) <= 0xff;
  }
}

function isScalarValue(code: number): boolean {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function unclosed(text: string, start: number, end: number): StringScan['problems'][number] {
  return { message: `the string needs a closing \`${text[start]}\``, span: { start, end } };
}

/** A lone surrogate cannot be UTF-8, and Prometheus refuses the replacement character as the sign of a broken file. */
const NOT_UTF8 = /[\p{Surrogate}\uFFFD]/u;

function notUtf8(text: string, start: number, end: number): StringScan['problems'] {
  const offset = text.slice(start, end).search(NOT_UTF8);
  if (offset === -1) return [];
  const span = { start: start + offset, end: start + offset + 1 };
  return [{ message: 'the string is not valid UTF-8', span }];
}

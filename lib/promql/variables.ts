import type { Span } from '../diagnostics/index.ts';
import type { VariableRef } from './ast.ts';

/** A Grafana variable with its place in the text that was searched. */
export interface FoundVariable extends VariableRef {
  readonly span: Span;
}

/**
 * `$name`, `${name}`, `${name.field}`, `${name:format}`, `[[name]]` or `[[name:format]]`. A name starts with a letter or
 * `_`, so that the `$1` of `label_replace` is not taken for one.
 */
const VARIABLE =
  /\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?:\.[^:}]+)?(?::([^}]+))?\}|\[\[([A-Za-z_]\w*)(?::(\w+))?\]\]/y;

/**
 * The Grafana variables in a text, in order: a matcher's value, a legend, a title.
 *
 * @example
 * variablesIn('5xx|${code:regex}') // [{ name: 'code', format: 'regex', text: '${code:regex}', span: { start: 4, end: 17 } }]
 */
export function variablesIn(text: string): readonly FoundVariable[] {
  if (!text.includes('$') && !text.includes('[[')) return NONE;
  const found: FoundVariable[] = [];
  for (let at = nextSign(text, 0); at !== -1;) {
    const variable = variableAt(text, at);
    if (variable !== undefined) found.push(variable);
    at = nextSign(text, variable?.span.end ?? at + 1);
  }
  return found;
}

const NONE: readonly FoundVariable[] = [];

/** The variable that starts at this offset. */
export function variableAt(text: string, offset: number): FoundVariable | undefined {
  VARIABLE.lastIndex = offset;
  const match = VARIABLE.exec(text);
  if (match === null) return undefined;
  const [spelling, plain, braced, bracedFormat, bracketed, bracketedFormat] = match;
  const name = plain ?? braced ?? bracketed ?? '';
  const format = bracedFormat ?? bracketedFormat;
  const span = { start: offset, end: offset + spelling.length };
  return format === undefined
    ? { name, text: spelling, span }
    : { name, format, text: spelling, span };
}

/** The text with every variable replaced by `standIn`. */
export function replaceVariables(text: string, standIn: string): string {
  let replaced = '';
  let end = 0;
  for (const { span } of variablesIn(text)) {
    replaced += text.slice(end, span.start) + standIn;
    end = span.end;
  }
  return replaced + text.slice(end);
}

function nextSign(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOLLAR || code === LEFT_BRACKET) return at;
  }
  return -1;
}

const DOLLAR = 36;
const LEFT_BRACKET = 91;

import type { Span } from '../diagnostics/index.ts';

/** A Grafana variable: `$name`, `${name}`, `${name:format}` or `[[name]]`. `text` is its spelling. */
export interface VariableRef {
  readonly name: string;
  readonly format?: string;
  readonly text: string;
  readonly span: Span;
}

const SPELLING =
  /\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?:\.[^:}]+)?(?::([^}]+))?\}|\[\[([A-Za-z_]\w*)(?::(\w+))?\]\]/;
const AT = new RegExp(SPELLING, 'y');
const ALL = new RegExp(SPELLING, 'g');

/** The variable that starts at this offset. */
export function variableAt(text: string, offset: number): VariableRef | undefined {
  AT.lastIndex = offset;
  const match = AT.exec(text);
  if (match === null) return undefined;
  const [spelling, plain, braced, bracedFormat, bracketed, bracketedFormat] = match;
  const name = plain ?? braced ?? bracketed ?? '';
  const format = bracedFormat ?? bracketedFormat;
  const span = { start: offset, end: offset + spelling.length };
  return { name, text: spelling, span, ...(format !== undefined && { format }) };
}

export function hasVariables(text: string): boolean {
  return SPELLING.test(text);
}

/** The text with every variable replaced by `standIn`. */
export function replaceVariables(text: string, standIn: string): string {
  return text.replace(ALL, () => standIn);
}

/** The variables in a query, in order; those in strings and comments too, as Grafana replaces all of them. */
export function variablesIn(text: string): readonly VariableRef[] {
  return [...text.matchAll(ALL)].flatMap(({ index }) => variableAt(text, index) ?? []);
}

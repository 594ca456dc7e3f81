import { Duration } from '../catalog/index.ts';
import { siteOf } from '../diagnostics/index.ts';
import type { Expr } from './ast.ts';
import { vec } from './build-vec.ts';
import { graft, type Scion } from './graft.ts';
import type { AnyHandle } from './handles.ts';
import type { Query } from './labelled.ts';
import { parse } from './parser.ts';
import { print } from './printer.ts';
import { PromqlSyntaxError } from './promql-syntax-error.ts';
import { quote } from './string-literal.ts';
import type { IntervalVariable } from './time-range.ts';
import type { Target, Vec } from './vec.ts';
import type { QueryVariable } from './where.ts';

/**
 * What may stand in a hole: a metric is its selector, an expression is itself in parentheses where it needs them, a
 * variable is `$name`, a text a string with its quotes.
 */
export type PromqlHole =
  AnyHandle | Query | QueryVariable | IntervalVariable | Duration | number | string;

/** An expression whose labels the types do not know. */
export interface PromqlQuery extends Query {
  /** The legend of each series. Its labels are checked by the analysis only. */
  legend(text: string): Target;
}

/**
 * PromQL as text, for what the typed handles cannot say. It is read at once and checked against the same catalog.
 * Backslashes are PromQL's own; a variable is written `$name` or passed in a hole.
 *
 * Called with a plain text, that is the expression: `promql('up == 0')`.
 *
 * @throws PromqlSyntaxError where the text is not PromQL; `dashc` reports it at the line of the template
 *
 * @example
 * promql`rate(${m.requests_total.where({ code: '500' })}[5m:10s] @ end())`
 * // rate(requests_total{job="api",code="500"}[5m:10s] @ end ())
 */
export function promql(
  strings: TemplateStringsArray | string,
  ...holes: readonly PromqlHole[]
): PromqlQuery {
  const node = typeof strings === 'string' ? parsed(strings, promql) : read(strings, holes, promql);
  return { node, legend: (text) => ({ node, legendFormat: text }) };
}

/**
 * As `promql`, for a vector whose series carry exactly these labels; it can be used wherever a typed vector can. The
 * analysis verifies the claim.
 *
 * @example
 * promqlOf('route')`sum by (route) (rate(${m.requests_total}[5m] offset 1w))`.legend('{{route}}')
 */
export function promqlOf<L extends string = never>(
  ...labels: readonly L[]
): (strings: TemplateStringsArray | string, ...holes: readonly PromqlHole[]) => Vec<L> {
  return function tag(strings, ...holes) {
    const node = typeof strings === 'string' ? parsed(strings, tag) : read(strings, holes, tag);
    return vec({ ...node, claim: labels });
  };
}

function read(
  { raw }: TemplateStringsArray,
  holes: readonly PromqlHole[],
  tag: (...args: never[]) => unknown,
): Expr {
  const scions: Scion[] = [];
  let text = unescaped(raw[0]);
  for (const [i, hole] of holes.entries()) {
    const after = unescaped(raw[i + 1]);
    const { text: written, node } = fill(hole);
    const open = node !== undefined && needsParens(node) && !isEnclosed(text, after);
    if (open) text += '(';
    const start = text.length;
    text += written;
    if (node !== undefined) scions.push({ node, span: { start, end: text.length } });
    text += open ? `)${after}` : after;
  }
  return graft(parsed(text, tag), scions);
}

function parsed(text: string, tag: (...args: never[]) => unknown): Expr {
  const { expr, errors } = parse(text);
  if (expr === undefined || errors.length > 0) {
    throw new PromqlSyntaxError(text, errors, siteOf(tag));
  }
  return expr;
}

/** The text of a template without the escapes that JavaScript needs. */
function unescaped(raw = ''): string {
  return raw.replace(/\\([`$])/g, '$1');
}

function fill(hole: PromqlHole): { readonly text: string; readonly node?: Expr } {
  if (typeof hole === 'string') return { text: quote(hole) };
  if (typeof hole === 'number') return { text: print({ kind: 'number', value: hole }) };
  if (hole instanceof Duration) return { text: hole.toString() };
  if ('selector' in hole) return { text: print(hole.selector), node: hole.selector };
  if ('node' in hole) return { text: print(hole.node), node: hole.node };
  return { text: `$${hole.name}` };
}

/** An operator around the hole could bind tighter than the one in it. */
function needsParens({ kind }: Expr): boolean {
  return kind === 'binary' || kind === 'unary';
}

/** Between brackets and commas nothing binds. */
function isEnclosed(before: string, after: string): boolean {
  return /(?:^|[(,])\s*$/.test(before) && /^\s*(?:$|[),])/.test(after);
}

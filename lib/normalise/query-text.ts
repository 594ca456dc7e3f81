import { canonicalText, parse } from '../promql/index.ts';

/**
 * An expression as dashc prints it, without parentheses that its tree does not need; the text itself where it is no PromQL, or says more than its tree: a comment.
 *
 * @example
 * spellPromql('sum( rate(x[5m]) ) by(job)') // 'sum by (job) (rate(x[5m]))'
 */
export function spellPromql(text: string): string {
  const known = spelled.get(text);
  if (known !== undefined) return known;
  const { expr, errors } = parse(text, { variables: true });
  const printed =
    expr === undefined || errors.length > 0 || hasComment(text) ? text.trim() : canonicalText(expr);
  if (spelled.size > LIMIT) spelled.clear();
  spelled.set(text, printed);
  return printed;
}

/** The same texts are spelled for both sides of a comparison. */
const spelled = new Map<string, string>();
const LIMIT = 20_000;

/** A `#` outside of quotes. */
export function hasComment(text: string): boolean {
  return (
    text.includes('#') && /#/.test(text.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, ''))
  );
}

/**
 * The query of a variable as dashc prints it.
 *
 * @example
 * spellVariableQuery('label_values( up{job="a"},instance )') // 'label_values(up{job="a"}, instance)'
 */
export function spellVariableQuery(query: string): string {
  const [, call, inside = ''] =
    /^\s*(label_values|query_result)\(([\s\S]*)\)\s*$/.exec(query) ?? [];
  if (call === 'query_result') return `query_result(${spellPromql(inside)})`;
  if (call !== 'label_values') return query.trim();
  const comma = inside.lastIndexOf(',');
  if (comma === -1) return `label_values(${inside.trim()})`;
  const label = inside.slice(comma + 1).trim();
  return `label_values(${spellPromql(inside.slice(0, comma))}, ${label})`;
}

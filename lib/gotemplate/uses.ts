import type { Template } from './ast.ts';
import { flowOf, type FunctionUse, type LabelUse, type ValueUse } from './flow/index.ts';
import type { QueryText } from './query-text.ts';

/**
 * The labels that a template reads, in the order of execution: by `$labels.x`, `.Labels.x`, `index $labels "x"`, through
 * variables and `with`, from `$externalLabels`, and from the samples of `query "…"`.
 *
 * @example
 * labelUses(parseTemplate('{{ $l := $labels }}{{ $l.job }}', 'prometheus').tree)
 * // [{ label: 'job', from: { kind: 'alert' }, span: { start: 26, end: 29 } }]
 */
export function labelUses(tree: Template): readonly LabelUse[] {
  return flowOf(tree).labels;
}

/**
 * Where the alert's value gets into the text, and how it is formatted.
 *
 * @example
 * valueUses(parseTemplate('{{ $value | humanize }}/s', 'prometheus').tree)
 * // [{ span: { start: 3, end: 9 }, action: { start: 0, end: 23 }, functions: [{ name: 'humanize' }], printed: true }]
 */
export function valueUses(tree: Template): readonly ValueUse[] {
  return flowOf(tree).values;
}

/** The functions that a template calls, with the release that brought each. */
export function functionUses(tree: Template): readonly FunctionUse[] {
  return flowOf(tree).functions;
}

/** The queries that a template runs when the alert fires, as far as their text is known. */
export function queryUses(tree: Template): readonly QueryText[] {
  return flowOf(tree).queries;
}

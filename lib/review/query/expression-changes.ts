import { canonicalText, type Expr, parse, walk } from '../../promql/index.ts';
import { note, type Note } from '../change.ts';
import { code, listed } from '../wording.ts';
import { compareTrees } from './compare.ts';
import type { TreeChange } from './difference.ts';

/** More than this is said as one: people stop reading. */
const MOST = 6;

/**
 * How one PromQL expression became another, by tree.
 *
 * @param variables whether Grafana's variables may be in it
 * @returns none where the trees are the same
 */
export function expressionChanges(before: string, after: string, variables: boolean): Note[] {
  if (before === after) return [];
  const [old, young] = [treeOf(before, variables), treeOf(after, variables)];
  if (old === undefined || young === undefined) {
    return before.trim() === after.trim() ? [] : [rewritten(before, after)];
  }
  if (canonicalText(old) === canonicalText(young)) return [];
  const changes = merged(compareTrees(old, young), metricsIn(young));
  if (changes.length > MOST) return [rewritten(before, after)];
  return changes.map(({ kind, message }) => note(kind, message, { before, after }));
}

function treeOf(text: string, variables: boolean): Expr | undefined {
  const { expr, errors } = parse(text, { variables });
  return errors.length > 0 ? undefined : expr;
}

function rewritten(before: string, after: string): Note {
  const message = `${code(before)} to ${code(after)}`;
  return note('expression-rewritten', message, { before, after });
}

function metricsIn(expr: Expr): readonly (string | undefined)[] {
  return walk(expr).flatMap((node) => (node.kind === 'selector' ? [node.name] : []));
}

/** The same change of several selectors is said once; of which, where it is not all of them. */
function merged(
  changes: readonly TreeChange[],
  metrics: readonly (string | undefined)[],
): readonly TreeChange[] {
  const byMessage = new Map<string, TreeChange[]>();
  for (const change of changes) {
    byMessage.set(change.message, [...(byMessage.get(change.message) ?? []), change]);
  }
  return [...byMessage].flatMap(([message, [first, ...rest]]) => {
    if (first === undefined) return [];
    const all = [first, ...rest];
    if (first.metric === undefined || all.length >= metrics.length) return [first];
    const names = [...new Set(all.flatMap(({ metric }) => metric ?? []))];
    return [{ ...first, message: `${message} in ${listed(names.map(code))}` }];
  });
}

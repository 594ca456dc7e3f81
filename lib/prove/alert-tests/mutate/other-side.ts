import { systemEnv } from '../../../model/index.ts';
import {
  type Aggregate,
  type Binary,
  type Expr,
  infer,
  labelOf,
  type Matcher,
  walk,
} from '../../../promql/index.ts';
import type { Question } from './question.ts';

/** A matcher that is dropped on one side of an operation that matches labels, and the other side has it as well. */
export function otherSideMatches({ mutation, above, subject }: Question): string | undefined {
  const { kind, from, by } = mutation;
  if (kind !== 'matcher dropped' || from.kind !== 'selector' || by.kind !== 'selector') {
    return undefined;
  }
  const dropped = from.matchers.find((each) => !by.matchers.includes(each));
  if (dropped === undefined) return undefined;
  const env = systemEnv(subject.system);
  const carries = (expr: Expr) =>
    labelOf(infer(expr, env), dropped.label).presence !== 'impossible';
  let below: Expr = from;
  for (const node of above) {
    // Which series there are decides more than the label here.
    if (node.kind === 'call' && node.func.startsWith('absent')) return undefined;
    if (node.kind === 'aggregate' && !groupsBy(node, dropped.label)) return undefined;
    if (node.kind === 'binary') {
      const isJoined = node.op !== 'or' && matchesOn(node, dropped.label);
      const other = node.left === below ? node.right : node.left;
      // What `unless` subtracts has to be on its right.
      const subtracts = node.op === 'unless' && node.left === below;
      if (isJoined && !subtracts && carries(other) && hasMatcher(other, dropped)) {
        return `the other side of \`${node.op}\` has it, and \`${dropped.label}\` is matched`;
      }
    }
    below = node;
  }
  return undefined;
}

/** Whether series of other values of the label come into groups of their own. */
function groupsBy({ grouping }: Aggregate, label: string): boolean {
  if (grouping === undefined) return false;
  return grouping.labels.includes(label) === (grouping.kind === 'by');
}

function matchesOn({ matching }: Binary, label: string): boolean {
  if (matching === undefined) return true;
  return matching.labels.includes(label) === (matching.kind === 'on');
}

/** Whether all series of an expression come from selectors with this matcher. */
function hasMatcher(expr: Expr, { label, op, value }: Matcher): boolean {
  const selectors = walk(expr).filter((node) => node.kind === 'selector');
  return (
    selectors.length > 0 &&
    selectors.every(({ matchers }) =>
      matchers.some((each) => each.label === label && each.op === op && each.value === value),
    )
  );
}

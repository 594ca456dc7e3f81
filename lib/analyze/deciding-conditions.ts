import type { Expr } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';
import { type Condition, conditionOf } from './comparison.ts';

/** The comparisons with a number that decide whether an expression returns anything: no guard of a part of it. */
export function decidingConditions(expression: AnalyzedExpression): readonly Condition[] {
  return conditionsIn(expression.node, expression);
}

function conditionsIn(node: Expr, expression: AnalyzedExpression): readonly Condition[] {
  if (node.kind === 'paren' || node.kind === 'aggregate') return conditionsIn(node.of, expression);
  if (node.kind !== 'binary') return [];
  if (node.op === 'unless') return conditionsIn(node.left, expression);
  if (node.op === 'and' || node.op === 'or') {
    return [...conditionsIn(node.left, expression), ...conditionsIn(node.right, expression)];
  }
  const condition = conditionOf(node, expression.inference);
  return condition === undefined ? [] : [condition];
}

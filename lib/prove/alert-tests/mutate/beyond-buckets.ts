import type { Metric } from '../../../catalog/index.ts';
import { type Expr, print } from '../../../promql/index.ts';
import { neverHolds } from '../never-holds.ts';
import type { Question } from './question.ts';

/** A change inside of a side of `or` that never holds, because a quantile stops at the last bucket. */
export function beyondBuckets({ mutation, rule, subject }: Question): string | undefined {
  const { metrics } = subject.system;
  const before = withoutDead(rule.node, metrics);
  const after = withoutDead(mutation.to, metrics);
  if (before === undefined || after === undefined || print(before) === print(rule.node)) {
    return undefined;
  }
  return print(before) === print(after)
    ? 'no quantile is above the last bucket, so this side of `or` is empty before and after'
    : undefined;
}

/** The expression without the sides of its `or`s that never hold; `undefined` where nothing is left. */
function withoutDead(expr: Expr, metrics: readonly Metric[]): Expr | undefined {
  if (expr.kind === 'paren') return withoutDead(expr.of, metrics);
  if (expr.kind !== 'binary') return expr;
  if (expr.op !== 'or') return neverHolds(expr, metrics) ? undefined : expr;
  const [left, right] = [withoutDead(expr.left, metrics), withoutDead(expr.right, metrics)];
  if (left === undefined) return right;
  return right === undefined ? left : { ...expr, left, right };
}

import { type Binary, type Expr, type Inference, print, walk } from '../../promql/index.ts';
import { type Condition, conditionOf, passes } from '../comparison.ts';
import { defineCheck } from '../define-check.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'value/contradictory-conditions',
  severity: 'error',
  docs: {
    summary: 'Disallow conditions of one expression that no value fulfils together',
    why: 'The result is empty, whatever happens: the alert never fires.',
    bad: 'promql`queue_depth > 5 and queue_depth < 3`',
    good: 'promql`queue_depth > 5 or queue_depth < 3`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        if (node.matching !== undefined) continue;
        const found = contradictionIn(node, expression.inference);
        if (found === undefined) continue;
        const [a, b] = found;
        report({
          message: `no value is \`${a.op} ${a.value}\` and ${node.op === 'unless' ? 'not ' : ''}\`${b.op} ${b.value}\``,
          where: expression.where(node),
        });
      }
    }
  },
});

/** Without `on` and `ignoring` the two sides are about the same series. */
function contradictionIn(
  node: Binary,
  inference: Inference,
): readonly [Condition, Condition] | undefined {
  if (node.op !== 'and' && node.op !== 'unless') return undefined;
  const excluded = node.op === 'unless';
  const rights = excluded
    ? [conditionOf(node.right, inference)]
    : conditionsIn(node.right, inference);
  for (const left of conditionsIn(node.left, inference)) {
    for (const right of rights) {
      if (left === undefined || right === undefined || !sameSubject(left, right)) continue;
      const values = valuesAround(left.value, right.value);
      if (!values.some((v) => passes(left, v) && passes(right, v) !== excluded))
        return [left, right];
    }
  }
  return undefined;
}

/** All that must hold. */
function conditionsIn(expr: Expr, inference: Inference): readonly (Condition | undefined)[] {
  const node = unparenthesized(expr);
  if (node.kind === 'binary' && node.op === 'and' && node.matching === undefined) {
    return [...conditionsIn(node.left, inference), ...conditionsIn(node.right, inference)];
  }
  return [conditionOf(node, inference)];
}

function sameSubject(a: Condition, b: Condition): boolean {
  // Several metrics under one selector are told apart by their names, which `and` does not compare.
  const named = walk(a.of).every((n) => n.kind !== 'selector' || n.name !== undefined);
  return named && print(a.of) === print(b.of);
}

/** One value of each stretch on which two conditions can differ. */
function valuesAround(a: number, b: number): readonly number[] {
  return [Math.min(a, b) - 1, a, (a + b) / 2, b, Math.max(a, b) + 1];
}

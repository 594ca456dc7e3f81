import type { Expr, Matrix, Selector } from '../../../promql/index.ts';

/** Every expression that differs from `expr` in one node. `change` gives what may stand in a node's place. */
export function* rewrites<T extends { readonly to: Expr }>(
  expr: Expr,
  change: (node: Expr) => Iterable<T>,
): Generator<T> {
  yield* change(expr);
  for (const [child, replaced] of slots(expr)) {
    for (const each of rewrites(child, change)) yield { ...each, to: replaced(each.to) };
  }
}

type Slot = readonly [child: Expr, replaced: (by: Expr) => Expr];

/** The children of a node, each with the node that has another in its place. */
function slots(expr: Expr): readonly Slot[] {
  switch (expr.kind) {
    case 'number':
    case 'string':
    case 'variable':
    case 'selector':
      return [];
    case 'matrix':
      // Only selectors stand in the place of a selector.
      return [[expr.of, (of) => ({ ...expr, of: of as Selector }) satisfies Matrix]];
    case 'subquery':
    case 'unary':
    case 'paren':
      return [[expr.of, (of) => ({ ...expr, of })]];
    case 'binary':
      return [
        [expr.left, (left) => ({ ...expr, left })],
        [expr.right, (right) => ({ ...expr, right })],
      ];
    case 'call':
      return expr.args.map((arg, index) => [
        arg,
        (by) => ({ ...expr, args: expr.args.map((each, at) => (at === index ? by : each)) }),
      ]);
    case 'aggregate': {
      const { param } = expr;
      const of: Slot = [expr.of, (by) => ({ ...expr, of: by })];
      return param === undefined ? [of] : [[param, (by) => ({ ...expr, param: by })], of];
    }
  }
}

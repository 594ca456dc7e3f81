import type { Metric } from '../../catalog/index.ts';
import { type Binary, type Expr, print, walk } from '../../promql/index.ts';
import { neverHolds } from './never-holds.ts';

/** One side of an `or`, and the expression that returns something where that side decides the result. */
export interface Branch {
  readonly text: string;
  readonly probe: string;
  /** The catalog proves that it returns nothing. */
  readonly isDead: boolean;
}

/** Both sides of every `or` of an expression. */
export function branchesOf(expr: Expr, metrics: readonly Metric[]): readonly Branch[] {
  return walk(expr).flatMap((node) =>
    node.kind === 'binary' && node.op === 'or' ? sidesOf(node, metrics) : [],
  );
}

/** The right side of `or` adds only series that the left one has not. */
function sidesOf(node: Binary, metrics: readonly Metric[]): readonly Branch[] {
  const isDead = (side: Expr) => neverHolds(side, metrics);
  const added: Binary = { ...node, op: 'unless', left: node.right, right: node.left };
  return [
    { text: print(node.left), probe: print(node.left), isDead: isDead(node.left) },
    { text: print(node.right), probe: print(added), isDead: isDead(node.right) },
  ];
}

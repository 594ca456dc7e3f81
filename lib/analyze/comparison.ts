import {
  type Binary,
  type ComparisonOp,
  type Expr,
  type Inference,
  knownValue,
} from '../promql/index.ts';
import { unparenthesized } from './unparenthesized.ts';

/** A filter `of op value`; `5 < x` is read as `x > 5`. */
export interface Condition {
  readonly node: Binary;
  readonly of: Expr;
  readonly op: FilterOp;
  readonly value: number;
}

/** The condition that a node is, if it compares series with a constant and drops what does not pass. */
export function conditionOf(expr: Expr, inference: Inference): Condition | undefined {
  const node = unparenthesized(expr);
  if (node.kind !== 'binary' || node.bool === true || !isFilter(node.op)) return undefined;
  const [left, right] = [inference.of(node.left), inference.of(node.right)];
  const [l, r] = [knownValue(left), knownValue(right)];
  if (right.type === 'scalar' && left.type === 'vector' && r !== undefined) {
    return { node, of: unparenthesized(node.left), op: node.op, value: r };
  }
  if (left.type === 'scalar' && right.type === 'vector' && l !== undefined) {
    return { node, of: unparenthesized(node.right), op: MIRRORED[node.op], value: l };
  }
  return undefined;
}

export type FilterOp = Exclude<ComparisonOp, '</' | '>/'>;

function isFilter(op: string): op is FilterOp {
  return Object.hasOwn(MIRRORED, op);
}

const MIRRORED = {
  '==': '==',
  '!=': '!=',
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
} as const satisfies Record<FilterOp, FilterOp>;

export function passes({ op, value }: Condition, sample: number): boolean {
  return PASSES[op](sample, value);
}

const PASSES = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
} as const satisfies Record<FilterOp, (a: number, b: number) => boolean>;

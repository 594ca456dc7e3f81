import type { Binary, BinaryOp, Expr, Matching } from './ast.ts';
import { aType, describe } from './describe.ts';
import type { ValueType } from './functions.ts';
import { type PromqlError, promqlError } from './promql-error.ts';

const COMPARISONS: ReadonlySet<BinaryOp> = new Set<BinaryOp>(['==', '!=', '>', '<', '>=', '<=']);
const SET_OPS: ReadonlySet<BinaryOp> = new Set<BinaryOp>(['and', 'or', 'unless']);

/** The rules of a binary operator for operands of these types; `undefined` is a type that a variable decides. */
export function checkBinary(
  binary: Binary,
  left: ValueType | undefined,
  right: ValueType | undefined,
): readonly PromqlError[] {
  const operands = [
    ...checkOperand(binary.op, binary.left, left),
    ...checkOperand(binary.op, binary.right, right),
  ];
  if (operands.length > 0) return operands;
  return [
    ...checkBool(binary, left, right),
    ...checkSetOp(binary, left, right),
    ...(binary.matching === undefined ? [] : checkMatching(binary, binary.matching, left, right)),
  ];
}

function checkOperand(
  op: BinaryOp,
  operand: Expr,
  type: ValueType | undefined,
): readonly PromqlError[] {
  if (type !== 'matrix' && type !== 'string') return [];
  const message = `\`${op}\` needs scalars or instant vectors, ${describe(operand)} is ${aType(type)}`;
  const hint = type === 'matrix' ? 'reduce it first: `rate(…)`, `last_over_time(…)`' : undefined;
  return [promqlError(message, operand.span, hint)];
}

function checkBool(
  { op, bool, span }: Binary,
  left: ValueType | undefined,
  right: ValueType | undefined,
): readonly PromqlError[] {
  if (bool && !COMPARISONS.has(op)) {
    return [
      promqlError(`\`bool\` belongs to comparisons, \`${op}\` is none`, span, 'remove `bool`'),
    ];
  }
  if (bool || !COMPARISONS.has(op) || left !== 'scalar' || right !== 'scalar') return [];
  const message = `\`${op}\` compares two scalars, which cannot be filtered`;
  return [promqlError(message, span, `\`${op} bool\` returns 0 or 1`)];
}

function checkSetOp(
  { op, span, left: first, right: second }: Binary,
  left: ValueType | undefined,
  right: ValueType | undefined,
): readonly PromqlError[] {
  if (!SET_OPS.has(op) || (left !== 'scalar' && right !== 'scalar')) return [];
  const scalar = left === 'scalar' ? first : second;
  const message = `\`${op}\` needs instant vectors, ${describe(scalar)} is a scalar`;
  return [promqlError(message, scalar.span ?? span, '`vector(…)` makes a vector of a scalar')];
}

function checkMatching(
  { op, span }: Binary,
  { kind, labels, group, fill }: Matching,
  left: ValueType | undefined,
  right: ValueType | undefined,
): readonly PromqlError[] {
  const hasScalar = left === 'scalar' || right === 'scalar';
  const errors: PromqlError[] = [];
  const report = (message: string) => errors.push(promqlError(message, span));

  const twice = group?.include.find((label) => kind === 'on' && labels.includes(label));
  if (twice !== undefined) {
    report(`\`${twice}\` is matched by \`on\` already, \`group_${group?.side}\` cannot add it`);
  }
  if (hasScalar) {
    // `on ()` with a scalar is let pass by Prometheus.
    if (labels.length > 0) report(`\`${kind}\` matches instant vectors, one side is a scalar`);
    if (fill !== undefined) report('`fill` needs instant vectors, one side is a scalar');
  } else if (SET_OPS.has(op)) {
    if (group !== undefined)
      report(`\`group_${group.side}\` is not for \`${op}\`, which matches many to many`);
    if (fill !== undefined) report(`\`fill\` is not for \`${op}\`, which misses no series`);
  }
  return errors;
}

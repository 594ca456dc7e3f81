import { RenderFailure } from './render-failure.ts';
import { compareBytes, typeName, type Value } from './value.ts';

/** Go's `eq`: whether the first is one of the others. */
export function isEqual(left: Value, others: readonly Value[]): boolean {
  if (others.length === 0) throw new RenderFailure('`eq` has nothing to compare with');
  return others.some((right) => isSame(left, right));
}

/** Go's `lt`. */
export function isLess(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') return compareBytes(left, right) < 0;
  if (isNumber(left) && isNumber(right) && left.kind === right.kind) {
    return left.value < right.value;
  }
  throw incomparable(left, right);
}

function isSame(left: Value, right: Value): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (isNumber(left) && isNumber(right) && left.kind === right.kind) {
    return left.value === right.value;
  }
  if (typeof left === typeof right && typeof left !== 'object') return left === right;
  throw incomparable(left, right);
}

function isNumber(value: Value): value is { kind: 'int' | 'float'; value: number } {
  return typeof value === 'object' && (value.kind === 'int' || value.kind === 'float');
}

function incomparable(left: Value, right: Value): RenderFailure {
  return new RenderFailure(`${typeName(left)} cannot be compared with ${typeName(right)}`);
}

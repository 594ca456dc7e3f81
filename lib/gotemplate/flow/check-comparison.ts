import type { Operand } from '../ast.ts';
import { describe, type Type } from '../type.ts';
import type { Given } from './call-function.ts';
import type { FlowState } from './flow-state.ts';

/** Reports comparisons that Go refuses: it converts no types, so `gt $value 10` fails and `gt $value 10.0` does not. */
export function checkComparison(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  [left, ...others]: readonly Given[],
): void {
  const leftKind = left && basicKind(left.fact.type);
  if (left === undefined || leftKind === undefined) return;
  for (const right of others) {
    const rightKind = basicKind(right.fact.type);
    if (rightKind === undefined) continue;
    if (leftKind !== rightKind) {
      const message = `\`${callee.name}\` cannot compare ${describe(left.fact.type)} with ${describe(right.fact.type)}`;
      state.report('failed', message, callee.span, floatHint(state, [left, right]));
    } else if (leftKind === 'bool' && callee.name !== 'eq' && callee.name !== 'ne') {
      state.report('failed', `\`${callee.name}\` cannot order bools`, callee.span);
    }
  }
}

function basicKind({ kind }: Type): 'bool' | 'int' | 'float' | 'string' | undefined {
  switch (kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
      return kind;
    case 'value':
      return 'float';
    default:
      return undefined;
  }
}

/** `10` is an int and `10.0` a float64, as `$value` is. */
function floatHint(state: FlowState, sides: readonly Given[]): string | undefined {
  if (!sides.some(({ fact }) => basicKind(fact.type) === 'float')) return undefined;
  const literal = sides
    .map(({ span }) => span && state.textOf(span))
    .find((text) => text !== undefined && /^[+-]?\d+$/.test(text));
  return literal === undefined ? undefined : `use \`${literal}.0\``;
}

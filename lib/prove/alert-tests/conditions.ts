import type { Binary, ComparisonOp, Expr } from '../../promql/index.ts';

/** A comparison with a number that decides whether an alert fires. */
export interface Condition {
  readonly node: Binary;
  /** The side that is not the number. */
  readonly value: Expr;
  /** With the value on its left: `0.5 < x` is `x > 0.5`. */
  readonly op: Exclude<ComparisonOp, '</' | '>/'>;
  readonly threshold: number;
  /** On the right of `unless`: it keeps the alert quiet where it holds. */
  readonly inverted: boolean;
  /** The other sides of the `or`s above: where one of them returns something, the alert fires without this one. */
  readonly alternatives: readonly Expr[];
}

/** A comparison that no edge can be derived for, and why. */
export interface Underivable {
  readonly node: Expr;
  readonly reason: string;
}

/** The comparisons at the top of an alert: those below `and`, `or` and `unless`, not those inside of a value. */
export function conditionsOf(expr: Expr): {
  readonly conditions: readonly Condition[];
  readonly others: readonly Underivable[];
} {
  const conditions: Condition[] = [];
  const others: Underivable[] = [];
  const visit = (node: Expr, inverted: boolean, alternatives: readonly Expr[]): void => {
    if (node.kind === 'paren') return visit(node.of, inverted, alternatives);
    if (node.kind !== 'binary') return;
    switch (node.op) {
      case 'or':
        visit(node.left, inverted, [...alternatives, node.right]);
        return visit(node.right, inverted, [...alternatives, node.left]);
      case 'and':
        visit(node.left, inverted, alternatives);
        return visit(node.right, inverted, alternatives);
      case 'unless':
        visit(node.left, inverted, alternatives);
        return visit(node.right, !inverted, alternatives);
      case '>':
      case '<':
      case '>=':
      case '<=':
      case '==':
      case '!=': {
        const found = comparisonOf(node);
        if (typeof found === 'string') others.push({ node, reason: found });
        else conditions.push({ ...found, node, inverted, alternatives });
      }
    }
  };
  visit(expr, false, []);
  return { conditions, others };
}

/** The value, the operator and the number of a comparison; why there are none, where it is no such comparison. */
export function comparisonOf(node: Binary): Pick<Condition, 'value' | 'op' | 'threshold'> | string {
  if (!isOp(node.op)) return 'it is no comparison';
  if (node.bool) return 'a comparison with `bool` returns something always';
  const right = numberOf(node.right);
  if (right !== undefined) return { value: node.left, op: node.op, threshold: right };
  const left = numberOf(node.left);
  if (left !== undefined) return { value: node.right, op: TURNED[node.op], threshold: left };
  return 'its threshold is no number';
}

function isOp(op: string): op is Condition['op'] {
  return Object.hasOwn(TURNED, op);
}

const TURNED = { '>': '<', '<': '>', '>=': '<=', '<=': '>=', '==': '==', '!=': '!=' } as const;

const CALCULATE: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
};

/** The value of an expression of numbers only. */
export function numberOf(expr: Expr): number | undefined {
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'paren':
      return numberOf(expr.of);
    case 'unary': {
      const of = numberOf(expr.of);
      return of === undefined ? undefined : expr.op === '-' ? -of : of;
    }
    case 'binary': {
      const [left, right] = [numberOf(expr.left), numberOf(expr.right)];
      if (left === undefined || right === undefined) return undefined;
      return CALCULATE[expr.op]?.(left, right);
    }
    default:
      return undefined;
  }
}

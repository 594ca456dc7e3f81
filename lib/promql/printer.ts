import { unreachable } from '../diagnostics/index.ts';
import type {
  Aggregate,
  Binary,
  BinaryOp,
  Call,
  Expr,
  Matching,
  NumberLiteral,
  Unary,
} from './ast.ts';
import { printDecimal } from './duration.ts';
import { PRECEDENCE } from './keywords.ts';
import { printLabels, printModifiers, printRange, printSelector } from './print-selector.ts';
import { quote } from './string-literal.ts';

/**
 * The expression in one line, spelled as Prometheus prints it. Parentheses of the tree are kept, and added where its shape
 * needs them, so that parsing the text gives the tree again.
 *
 * @example
 * print(parse('sum(rate(x[60s]))by(job)').expr) // sum by (job) (rate(x[1m]))
 */
export function print(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return printNumber(expr);
    case 'string':
      return quote(expr.value);
    case 'variable':
      return expr.variable.text;
    case 'selector':
      return printSelector(expr, false) + printModifiers(expr);
    case 'matrix': {
      const { of, range, edge } = expr;
      const modifiers = edge === undefined ? of : { ...of, edge };
      return `${printSelector(of, false)}[${printRange(range)}]${printModifiers(modifiers)}`;
    }
    case 'subquery': {
      const { of, range, step } = expr;
      const window = `${printRange(range)}:${step === undefined ? '' : printRange(step)}`;
      return `${printSubqueried(of)}[${window}]${printModifiers(expr)}`;
    }
    case 'unary':
      return printUnary(expr);
    case 'paren':
      return `(${print(expr.of)})`;
    case 'binary':
      return printBinary(expr);
    case 'call':
      return printCall(expr);
    case 'aggregate':
      return printAggregate(expr);
    default:
      return unreachable(expr, 'promql/print');
  }
}

function printNumber({ value, text }: NumberLiteral): string {
  return text ?? printDecimal(value);
}

/** Brackets bind tighter than every operator. */
function printSubqueried(of: Expr): string {
  const isOperation = of.kind === 'unary' || of.kind === 'binary' || of.kind === 'variable';
  return parenthesizedIf(isOperation || isSigned(of), of);
}

function printUnary({ op, of }: Unary): string {
  return `${op}${parenthesizedIf(of.kind === 'binary' && of.op !== '^', of)}`;
}

function printBinary({ op, left, right, bool, matching }: Binary): string {
  const modifiers = `${bool ? ' bool' : ''}${matching === undefined ? '' : printMatching(matching)}`;
  const before = parenthesizedIf(needsParenLeft(op, left), left);
  const after = parenthesizedIf(needsParenRight(op, right), right);
  return `${before} ${op}${modifiers} ${after}`;
}

/** A sign belongs to the whole power: `-1 ^ 2` is `-(1 ^ 2)`. */
function needsParenLeft(op: BinaryOp, left: Expr): boolean {
  if (left.kind !== 'binary') return op === '^' && isSigned(left);
  const [outer, inner] = [PRECEDENCE[op], PRECEDENCE[left.op]];
  return inner < outer || (inner === outer && op === '^');
}

function needsParenRight(op: BinaryOp, right: Expr): boolean {
  if (right.kind !== 'binary') return false;
  const [outer, inner] = [PRECEDENCE[op], PRECEDENCE[right.op]];
  return inner < outer || (inner === outer && op !== '^');
}

function isSigned(expr: Expr): boolean {
  return expr.kind === 'unary' || (expr.kind === 'number' && printNumber(expr).startsWith('-'));
}

function parenthesizedIf(needed: boolean, expr: Expr): string {
  return needed ? `(${print(expr)})` : print(expr);
}

/** `group_left ()` keeps its brackets, or an operand in brackets would be taken for its labels. */
function printMatching({ kind, labels, group, fill }: Matching): string {
  const on = kind === 'on' || labels.length > 0 ? ` ${kind} ${printLabels(labels)}` : '';
  const side = group === undefined ? '' : ` group_${group.side} ${printLabels(group.include)}`;
  // Only behind `on` or `ignoring` can a group stand.
  const empty = group !== undefined && on === '' ? ' ignoring ()' : '';
  return on + empty + side + (fill === undefined ? '' : printFill(fill));
}

function printFill({ left, right }: NonNullable<Matching['fill']>): string {
  if (left !== undefined && Object.is(left, right)) return ` fill (${printDecimal(left)})`;
  const first = left === undefined ? '' : ` fill_left (${printDecimal(left)})`;
  return first + (right === undefined ? '' : ` fill_right (${printDecimal(right)})`);
}

function printCall({ func, args }: Call): string {
  const printed = args.map((argument, index) =>
    func === 'info' && index === 1 && argument.kind === 'selector'
      ? printSelector(argument, true) + printModifiers(argument)
      : print(argument),
  );
  return `${func}(${printed.join(', ')})`;
}

function printAggregate({ op, of, param, grouping }: Aggregate): string {
  const args = param === undefined ? print(of) : `${print(param)}, ${print(of)}`;
  if (grouping === undefined || (grouping.kind === 'by' && grouping.labels.length === 0)) {
    return `${op}(${args})`;
  }
  return `${op} ${grouping.kind} ${printLabels(grouping.labels)} (${args})`;
}

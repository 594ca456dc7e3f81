import { unreachable } from '../diagnostics/index.ts';
import type { Call, Expr } from './ast.ts';
import { checkBinary } from './check-binary.ts';
import { checkAggregate, checkCall } from './check-call.ts';
import { checkMatchers, checkSelector } from './check-selector.ts';
import { aType, describe } from './describe.ts';
import { FUNCTIONS, type ValueType } from './functions.ts';
import { type PromqlError, promqlError } from './promql-error.ts';

export interface CheckOptions {
  /** Whether `$x` in a string is a Grafana variable; `false` for a rule, where it is text. Default `true`. */
  readonly variables?: boolean;
}

/**
 * What an expression evaluates to. A Grafana variable in place of an expression is taken for a number, and a function that
 * does not exist for one that returns a vector.
 */
export function valueType(expr: Expr): ValueType {
  return typeOf(expr) ?? 'scalar';
}

/**
 * What Prometheus refuses although the syntax is right: types, numbers of arguments, vector matching, selectors that match
 * everything, regular expressions. What depends on the value of a variable is let pass.
 */
export function checkTypes(expr: Expr, options: CheckOptions = {}): readonly PromqlError[] {
  const errors: PromqlError[] = [];
  check(expr, options.variables ?? true, errors);
  return errors;
}

/** `undefined` when it depends on a variable. */
type Inferred = ValueType | undefined;

function typeOf(expr: Expr): Inferred {
  switch (expr.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'variable':
      return undefined;
    case 'selector':
    case 'aggregate':
      return 'vector';
    case 'matrix':
    case 'subquery':
      return 'matrix';
    case 'paren':
    case 'unary':
      return typeOf(expr.of);
    case 'binary':
      return binaryType(typeOf(expr.left), typeOf(expr.right));
    case 'call':
      return callType(expr);
    default:
      return unreachable(expr, 'promql/typeOf');
  }
}

function binaryType(left: Inferred, right: Inferred): Inferred {
  if (left === undefined || right === undefined) {
    return left === 'vector' || right === 'vector' ? 'vector' : undefined;
  }
  return left === 'scalar' && right === 'scalar' ? 'scalar' : 'vector';
}

function callType({ func }: Call): Inferred {
  if (Object.hasOwn(FUNCTIONS, func)) return FUNCTIONS[func]?.returns;
  return /[$[]/.test(func) ? undefined : 'vector';
}

/** Checks a node and everything below it, and returns its type. */
function check(expr: Expr, variables: boolean, errors: PromqlError[]): Inferred {
  switch (expr.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return typeOf(expr);
    case 'selector':
      errors.push(...checkSelector(expr, variables));
      return 'vector';
    case 'matrix':
      errors.push(...checkSelector(expr.of, variables));
      return 'matrix';
    case 'subquery':
      errors.push(...checkSubquery(expr.of, check(expr.of, variables, errors)));
      return 'matrix';
    case 'paren':
      return check(expr.of, variables, errors);
    case 'unary': {
      const type = check(expr.of, variables, errors);
      errors.push(...checkSign(expr, type));
      return type;
    }
    case 'binary': {
      const left = check(expr.left, variables, errors);
      const right = check(expr.right, variables, errors);
      errors.push(...checkBinary(expr, left, right));
      return binaryType(left, right);
    }
    case 'call': {
      const types = expr.args.map((argument, index) => {
        // Alone here, an empty selector is fine: it takes all labels.
        const isInfoSelector = expr.func === 'info' && index === 1 && argument.kind === 'selector';
        if (!isInfoSelector) return check(argument, variables, errors);
        errors.push(...checkMatchers(argument, variables));
        return 'vector';
      });
      errors.push(...checkCall(expr, types));
      return callType(expr);
    }
    case 'aggregate': {
      const param = expr.param && check(expr.param, variables, errors);
      const of = check(expr.of, variables, errors);
      errors.push(...checkAggregate(expr, param, of));
      return 'vector';
    }
    default:
      return unreachable(expr, 'promql/check');
  }
}

function checkSubquery(of: Expr, type: Inferred): readonly PromqlError[] {
  if (type === undefined || type === 'vector') return [];
  const message = `a subquery needs an instant vector, ${describe(of)} is ${aType(type)}`;
  return [promqlError(message, of.span)];
}

function checkSign(expr: Expr & { kind: 'unary' }, type: Inferred): readonly PromqlError[] {
  if (type !== 'matrix' && type !== 'string') return [];
  const message = `\`${expr.op}\` needs a scalar or an instant vector, ${describe(expr.of)} is ${aType(type)}`;
  return [promqlError(message, expr.span)];
}

import { closest, distance } from 'fastest-levenshtein';

import type { Aggregate, Call, Expr } from './ast.ts';
import { aType, describe } from './describe.ts';
import { AGGREGATES, FUNCTIONS, type FunctionSpec, type ValueType } from './functions.ts';
import { type PromqlError, promqlError } from './promql-error.ts';

/** The types of arguments; `undefined` where a variable decides. */
type Types = readonly (ValueType | undefined)[];

/** The function exists and takes these arguments. A name with a variable in it is let pass. */
export function checkCall(call: Call, types: Types): readonly PromqlError[] {
  const { func, args, span } = call;
  const spec = Object.hasOwn(FUNCTIONS, func) ? FUNCTIONS[func] : undefined;
  if (spec === undefined) {
    if (/[$[]/.test(func)) return [];
    return [promqlError(`\`${func}()\` is not a function of PromQL`, span, suggest(func))];
  }
  const count = countProblem(spec, args.length);
  if (count !== undefined) {
    const message = `\`${func}()\` takes ${count}, not ${args.length}`;
    return [promqlError(message, span, `\`${signature(func, spec)}\``)];
  }
  const wrong = args.flatMap((argument, index) => {
    const wanted = spec.args[Math.min(index, spec.args.length - 1)];
    return wanted === undefined ? [] : checkArgument(func, argument, wanted, types[index]);
  });
  return wrong.length > 0 ? wrong : checkInfo(call);
}

/** The aggregation has its parameter, and both are of the right type. */
export function checkAggregate(
  { op, of, param, span }: Aggregate,
  paramType: ValueType | undefined,
  type: ValueType | undefined,
): readonly PromqlError[] {
  const wanted = AGGREGATES[op].param;
  const errors: PromqlError[] = [];
  if (wanted !== undefined && param === undefined) {
    const hint = wanted === 'string' ? `\`${op}("label", …)\`` : `\`${op}(5, …)\``;
    errors.push(promqlError(`\`${op}\` needs a parameter before the vector`, span, hint));
  }
  if (wanted === undefined && param !== undefined) {
    errors.push(promqlError(`\`${op}\` takes no parameter`, span));
  }
  if (
    wanted !== undefined &&
    param !== undefined &&
    paramType !== undefined &&
    paramType !== wanted
  ) {
    const message = `the parameter of \`${op}\` needs to be ${aType(wanted)}, ${describe(param)} is ${aType(paramType)}`;
    errors.push(promqlError(message, param.span ?? span));
  }
  if (type !== undefined && type !== 'vector') {
    const message = `\`${op}\` needs an instant vector, ${describe(of)} is ${aType(type)}`;
    errors.push(promqlError(message, of.span ?? span, fix('vector', type)));
  }
  return errors;
}

function checkArgument(
  func: string,
  argument: Expr,
  wanted: ValueType,
  type: ValueType | undefined,
): readonly PromqlError[] {
  if (type === undefined || type === wanted) return [];
  const message = `\`${func}()\` needs ${aType(wanted)}, ${describe(argument)} is ${aType(type)}`;
  return [promqlError(message, argument.span, fix(wanted, type, argument))];
}

function fix(wanted: ValueType, type: ValueType, argument?: Expr): string | undefined {
  if (wanted === 'matrix' && type === 'vector') {
    return argument?.kind === 'selector' ? 'add a range: `[5m]`' : 'make it a subquery: `[5m:]`';
  }
  if (wanted === 'vector' && type === 'matrix')
    return 'remove the range, or reduce it with `rate(…)`';
  if (wanted === 'vector' && type === 'scalar') return '`vector(…)` makes a vector of a scalar';
  return wanted === 'scalar' && type === 'vector'
    ? '`scalar(…)` makes a scalar of one series'
    : undefined;
}

function checkInfo({ func, args: [, selector] }: Call): readonly PromqlError[] {
  if (func !== 'info' || selector === undefined || selector.kind === 'selector') return [];
  if (selector.kind === 'variable') return [];
  const message = `\`info()\` takes label matchers, not ${describe(selector)}`;
  return [promqlError(message, selector.span, '`info(x, {label=~".+"})`')];
}

function countProblem(spec: FunctionSpec, count: number): string | undefined {
  const { args, min = args.length, max = args.length } = spec;
  if (count >= min && count <= max) return undefined;
  if (min === max) return min === 0 ? 'no arguments' : plural(min);
  return count < min ? `at least ${plural(min)}` : `at most ${plural(max)}`;
}

function plural(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}

function signature(
  func: string,
  { args, min = args.length, max = args.length }: FunctionSpec,
): string {
  const names = args.map((type, index) => (index < min ? type : `${type}?`));
  return `${func}(${names.join(', ')}${max > args.length ? ', …' : ''})`;
}

function suggest(func: string): string | undefined {
  if (func === 'holt_winters') return '`double_exponential_smoothing(…)` since Prometheus 3.0';
  const word = func.toLowerCase();
  const near = Object.keys({ ...FUNCTIONS, ...AGGREGATES }).filter(
    (name) => distance(word, name) <= 2,
  );
  const name = near.find((candidate) => candidate.startsWith(word)) ?? closest(word, near);
  return near.length === 0 ? undefined : `\`${name}()\``;
}

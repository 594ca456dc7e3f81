import type { Operand } from '../ast.ts';
import type { FunctionSpec, ParamType } from '../function-spec.ts';
import { regexProblem } from '../regex.ts';
import { describe, type Type } from '../type.ts';
import type { Given } from './call-function.ts';
import { checkComparison } from './check-comparison.ts';
import { checkPrintf } from './check-printf.ts';
import type { Fact } from './fact.ts';
import type { FlowState } from './flow-state.ts';

/** Reports arguments that make the call fail or print nonsense. Their number is right. */
export function checkArguments(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  { params }: FunctionSpec,
  given: readonly Given[],
): void {
  given.forEach((argument, at) => {
    const wanted = params[Math.min(at, params.length - 1)];
    if (wanted !== undefined) checkType(state, callee, wanted, argument);
  });
  switch (callee.name) {
    case 'printf':
      checkPrintf(state, callee, given);
      return;
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      checkComparison(state, callee, given);
      return;
    case 'match':
    case 'reReplaceAll':
      checkPattern(state, callee, given);
      return;
    case 'index':
      checkIndex(state, callee, given);
      return;
    case 'len':
      checkLength(state, callee, given);
  }
}

function checkType(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  wanted: ParamType,
  { fact, span }: Given,
): void {
  if (accepts(wanted, fact)) return;
  const subject = span === undefined ? 'the value' : `\`${state.textOf(span)}\``;
  const isText = wanted === 'number' && fact.type.kind === 'string';
  const problem = isText ? 'does not spell a number' : `is ${describe(fact.type)}`;
  const message = `\`${callee.name}\` takes ${WANTED[wanted]}, and ${subject} ${problem}`;
  const hint = wanted === 'string' && isNumber(fact.type) ? 'print it: `printf "%v"`' : undefined;
  state.report('failed', message, span ?? callee.span, hint);
}

const WANTED: Readonly<Record<ParamType, string>> = {
  any: 'anything',
  string: 'a string',
  number: 'a number',
  results: 'the result of a query',
  sample: 'a sample',
  strings: 'a list of strings',
  list: 'a list',
  time: 'a time',
};

function accepts(wanted: ParamType, { type, text }: Fact): boolean {
  if (type.kind === 'any') return true;
  switch (wanted) {
    case 'any':
      return true;
    case 'number':
      if (type.kind === 'string') return text?.exact !== true || isGoFloat(text.text);
      return isNumber(type) || type.kind === 'duration';
    case 'strings':
      return type.kind === 'list' && type.of === 'string';
    case 'list':
      return type.kind === 'list' && type.of === 'any';
    default:
      return type.kind === wanted;
  }
}

function isNumber({ kind }: Type): boolean {
  return kind === 'float' || kind === 'int' || kind === 'value';
}

function isGoFloat(text: string): boolean {
  return /^[+-]?(?:inf(?:inity)?|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.test(text);
}

function checkPattern(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  [pattern]: readonly Given[],
): void {
  const text = pattern?.fact.text;
  const problem = text?.exact ? regexProblem(text.text) : undefined;
  if (problem === undefined) return;
  const span = pattern?.span ?? callee.span;
  state.report('failed', `\`${text?.text}\` is not a regular expression of RE2: ${problem}`, span);
}

function checkIndex(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  [of, key]: readonly Given[],
): void {
  if (of === undefined || key === undefined) return;
  const { type } = of.fact;
  const wanted = KEY_OF[type.kind];
  if (wanted === undefined) {
    const message = `\`index\` looks into maps and lists, and not into ${describe(type)}`;
    state.report('failed', message, of.span ?? callee.span);
  } else if (wanted !== 'any' && key.fact.type.kind !== 'any' && key.fact.type.kind !== wanted) {
    const message = `the index of ${describe(type)} is ${describe({ kind: wanted })}, not ${describe(key.fact.type)}`;
    state.report('failed', message, key.span ?? callee.span);
  }
}

/** The type of the keys; absent for what has none. */
const KEY_OF: Readonly<Partial<Record<Type['kind'], 'string' | 'int' | 'any'>>> = {
  any: 'any',
  labels: 'string',
  map: 'string',
  results: 'int',
  list: 'int',
  string: 'int',
};

function checkLength(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  [of]: readonly Given[],
): void {
  if (of === undefined || KEY_OF[of.fact.type.kind] !== undefined) return;
  const message = `\`len\` takes a map, a list or a string, and not ${describe(of.fact.type)}`;
  state.report('failed', message, of.span ?? callee.span);
}

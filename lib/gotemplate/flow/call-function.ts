import type { Span } from '../../diagnostics/index.ts';
import type { Operand } from '../ast.ts';
import { functionSpec } from '../dialect.ts';
import type { FunctionSpec } from '../function-spec.ts';
import { ANY } from '../type.ts';
import { checkArguments } from './check-arguments.ts';
import { type Fact, factOf } from './fact.ts';
import type { FlowState } from './flow-state.ts';
import { resultOf } from './result-of.ts';

/** An argument that is not evaluated yet: whether it is asked for or used depends on the function. */
export interface Argument {
  readonly span: Span;
  readonly read: () => Fact;
}

/** A value that is given to a function. A piped one has no place of its own. */
export interface Given {
  readonly fact: Fact;
  readonly span?: Span;
}

/** What a call gives. */
export function callFunction(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  args: readonly Argument[],
  piped: Fact | undefined,
): Fact {
  const spec = functionSpec(state.template.dialect, callee.name);
  const given: Given[] = args.map(({ span, read }, at) => {
    return { span, fact: readArgument(state, callee.name, read, at < args.length - 1 || piped) };
  });
  if (piped !== undefined) given.push({ fact: piped });
  if (spec === undefined) return factOf(ANY);
  state.call(callee.name, spec.since, callee.span);
  if (!takes(spec, given.length)) {
    const message = `\`${callee.name}\` takes ${countOf(spec)}, and gets ${given.length}`;
    // `{{ value }}` for `{{ $value }}`.
    const isVariable = given.length === 0 && state.scope.has(`$${callee.name}`);
    state.report(
      'failed',
      message,
      callee.span,
      isVariable ? `use \`$${callee.name}\`` : undefined,
    );
    return factOf(ANY);
  }
  checkArguments(state, callee, spec, given);
  return resultOf(state, callee, spec, given);
}

/** Whether a label is asked for or used depends on what is done with it. */
function readArgument(
  state: FlowState,
  name: string,
  read: () => Fact,
  followed: Fact | boolean | undefined,
): Fact {
  if ((name === 'or' || name === 'and') && followed) return state.asking(read).result;
  return ASKS.has(name) ? read() : state.using(read);
}

/** What says whether a value is there, and is as the one who asks wants it. */
const ASKS: ReadonlySet<string> = new Set([
  'and',
  'eq',
  'index',
  'len',
  'match',
  'ne',
  'not',
  'or',
]);

function takes({ params, variadic }: FunctionSpec, count: number): boolean {
  return variadic ? count >= params.length - 1 : count === params.length;
}

function countOf({ params, variadic }: FunctionSpec): string {
  const count = variadic ? params.length - 1 : params.length;
  const words = count === 1 ? '1 argument' : count === 0 ? 'no arguments' : `${count} arguments`;
  return variadic ? `${words} or more` : words;
}

import { unreachable } from '../../diagnostics/index.ts';
import type { Command, Operand, Pipeline } from '../ast.ts';
import { ANY, BOOL, STRING, type Type } from '../type.ts';
import { callFunction } from './call-function.ts';
import { type Fact, factOf } from './fact.ts';
import type { FlowState } from './flow-state.ts';
import { readFields } from './read-fields.ts';

/** What a pipeline gives; its variables are declared. */
export function evaluatePipeline(state: FlowState, pipeline: Pipeline, dot: Fact): Fact {
  const fact = evaluateCommands(state, pipeline, dot);
  for (const declared of pipeline.declares) setVariable(state, pipeline, declared, fact);
  return fact;
}

/** Declares or assigns a variable of a pipeline. */
export function setVariable(
  state: FlowState,
  { assigns }: Pipeline,
  { name, span }: Pipeline['declares'][number],
  fact: Fact,
): void {
  if (!assigns) state.scope.declare(name, fact);
  else if (!state.scope.assign(name, fact)) {
    state.report('failed', `\`${name}\` is assigned but not declared`, span, `use \`${name} :=\``);
  }
}

/** What a pipeline gives. */
export function evaluateCommands(state: FlowState, pipeline: Pipeline, dot: Fact): Fact {
  let fact: Fact | undefined;
  for (const command of pipeline.commands) fact = evaluateCommand(state, command, dot, fact);
  return fact ?? factOf(ANY);
}

function evaluateCommand(
  state: FlowState,
  command: Command,
  dot: Fact,
  piped: Fact | undefined,
): Fact {
  const { operand, args } = command;
  switch (operand.kind) {
    case 'function': {
      const readers = args.map((arg) => ({
        span: arg.span,
        read: () => evaluate(state, arg, dot),
      }));
      return callFunction(state, operand, readers, piped);
    }
    case 'field':
    case 'chain':
    case 'variable': {
      const facts = args.map((arg) => evaluate(state, arg, dot));
      if (operand.kind === 'variable' && operand.fields.length === 0) {
        refuseArguments(state, command, piped);
      }
      return evaluate(state, operand, dot, piped === undefined ? facts : [...facts, piped]);
    }
    case 'nil':
      state.report('failed', '`nil` alone is not a value to print', operand.span);
      return factOf(ANY);
    default:
      refuseArguments(state, command, piped);
      return evaluate(state, operand, dot);
  }
}

function refuseArguments(state: FlowState, command: Command, piped: Fact | undefined): void {
  const [first] = command.args;
  if (first === undefined && piped === undefined) return;
  const what = state.textOf(command.operand.span);
  const given = first === undefined ? 'a value' : `\`${state.textOf(first.span)}\``;
  state.report('failed', `\`${what}\` is not a function, so it cannot take ${given}`, command.span);
}

/** @param args what a method gets */
function evaluate(state: FlowState, operand: Operand, dot: Fact, args?: readonly Fact[]): Fact {
  switch (operand.kind) {
    case 'dot':
      return dot;
    case 'nil':
      return factOf(NIL);
    case 'bool':
      return factOf(BOOL);
    case 'string':
      return { ...factOf(STRING), text: { text: operand.value, exact: true } };
    case 'number':
      return factOf(operand.type === 'other' ? ANY : { kind: operand.type });
    case 'variable': {
      const start = state.scope.get(operand.name);
      const fact = operand.fields.length === 0 ? readValue(start, operand) : start;
      return readFields(state, fact, operand.fields, args);
    }
    case 'field':
      return readFields(state, dot, operand.fields, args);
    case 'chain':
      return readFields(state, evaluate(state, operand.of, dot), operand.fields, args);
    case 'function':
      return callFunction(state, operand, [], undefined);
    case 'pipeline':
      return evaluatePipeline(state, operand.pipeline, dot);
    default:
      return unreachable(operand, 'gotemplate/evaluate');
  }
}

const NIL: Type = { kind: 'nil' };

/** `$value` starts the history of a value. */
function readValue(fact: Fact, operand: Operand & { kind: 'variable' }): Fact {
  if (operand.name !== '$value' || fact.type.kind !== 'value') return fact;
  return { ...fact, values: [{ span: operand.span, functions: [] }] };
}

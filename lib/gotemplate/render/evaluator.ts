import { type Span, unreachable } from '../../diagnostics/index.ts';
import type { Command, Field, Operand, Pipeline } from '../ast.ts';
import { functionSpec } from '../dialect.ts';
import { call, type Server } from './call.ts';
import { RenderFailure } from './render-failure.ts';
import { float, int, isTrue, typeName, type Value } from './value.ts';

/** Evaluates the pipelines of one run, and keeps its variables. */
export class Evaluator {
  /** What was evaluated last. */
  at: Span = { start: 0, end: 0 };
  readonly #server: Server;
  #variables: { readonly name: string; value: Value }[] = [];

  constructor(server: Server) {
    this.#server = server;
  }

  declare(name: string, value: Value): void {
    this.#variables.push({ name, value });
  }

  assign(name: string, value: Value): void {
    const variable = this.#variables.findLast((each) => each.name === name);
    if (variable === undefined) throw new RenderFailure(`\`${name}\` is not declared`);
    variable.value = value;
  }

  /** Runs `walk`, and forgets what it declared. */
  within<T>(walk: () => T): T {
    const count = this.#variables.length;
    const result = walk();
    this.#variables.length = count;
    return result;
  }

  /** Runs `walk` with no variable but `$`. */
  alone(dollar: Value, walk: () => void): void {
    const outer = this.#variables;
    this.#variables = [{ name: '$', value: dollar }];
    walk();
    this.#variables = outer;
  }

  /** What a pipeline gives; its variables are set. */
  pipeline(pipeline: Pipeline, dot: Value): Value {
    const value = this.commands(pipeline, dot);
    for (const { name } of pipeline.declares) {
      if (pipeline.assigns) this.assign(name, value);
      else this.declare(name, value);
    }
    return value;
  }

  /** What a pipeline gives. */
  commands({ commands }: Pipeline, dot: Value): Value {
    const [first, ...others] = commands;
    return others.reduce<Value>(
      (value, command) => this.#command(command, dot, [value]),
      first && this.#command(first, dot, []),
    );
  }

  /** @param piped nothing, or the value before the pipe */
  #command({ operand, args }: Command, dot: Value, piped: readonly Value[]): Value {
    if (operand.kind === 'function') return this.#call(operand, args, dot, piped);
    this.at = operand.span;
    if (args.length > 0 || piped.length > 0) {
      throw new RenderFailure('what is not a function cannot take a value');
    }
    if (operand.kind === 'nil') throw new RenderFailure('`nil` alone is not a value to print');
    return this.#operand(operand, dot);
  }

  #operand(operand: Operand, dot: Value): Value {
    this.at = operand.span;
    switch (operand.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return undefined;
      case 'bool':
      case 'string':
        return operand.value;
      case 'number':
        if (operand.type === 'other')
          throw new RenderFailure('a complex number or a very large one');
        return operand.type === 'int' ? int(operand.value) : float(operand.value);
      case 'variable':
        return this.#fields(this.#variable(operand.name), operand.fields);
      case 'field':
        return this.#fields(dot, operand.fields);
      case 'chain':
        return this.#fields(this.#operand(operand.of, dot), operand.fields);
      case 'function':
        return this.#call(operand, [], dot, []);
      case 'pipeline':
        return this.pipeline(operand.pipeline, dot);
      default:
        return unreachable(operand, 'gotemplate/evaluator');
    }
  }

  #variable(name: string): Value {
    return this.#variables.findLast((each) => each.name === name)?.value;
  }

  #fields(of: Value, fields: readonly Field[]): Value {
    return fields.reduce((value, field) => this.#field(value, field), of);
  }

  #field(of: Value, { name, span }: Field): Value {
    if (of === undefined) return undefined;
    if (typeof of === 'object') {
      if (of.kind === 'labels') return of.entries.get(name) ?? '';
      if (of.kind === 'map') return of.entries.get(name);
      if (of.kind === 'data' && of.fields.has(name)) return of.fields.get(name);
    }
    this.at = span;
    throw new RenderFailure(`${typeName(of)} has no field \`${name}\``);
  }

  #call(
    { name, span }: Operand & { kind: 'function' },
    args: readonly Operand[],
    dot: Value,
    piped: readonly Value[],
  ): Value {
    this.at = span;
    const spec = functionSpec('prometheus', name);
    const count = args.length + piped.length;
    const wanted = spec?.params.length ?? 0;
    if (spec === undefined || (spec.variadic ? count < wanted - 1 : count !== wanted)) {
      throw new RenderFailure(`\`${name}\` gets ${count} arguments`);
    }
    if (name === 'and' || name === 'or') return this.#decide(name, args, dot, piped);
    const values = [...args.map((arg) => this.#operand(arg, dot)), ...piped];
    this.at = span;
    return call(name, values, this.#server);
  }

  /** The first argument that decides, or the last. What comes after it is not evaluated. */
  #decide(
    name: 'and' | 'or',
    args: readonly Operand[],
    dot: Value,
    piped: readonly Value[],
  ): Value {
    let value: Value;
    for (const arg of args) {
      value = this.#operand(arg, dot);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return piped.length > 0 ? piped[0] : value;
  }
}

import { similar, type Span } from '../../diagnostics/index.ts';
import type { Field } from '../ast.ts';
import { ANY, describe, STRING, STRUCTS, type Type } from '../type.ts';
import { type Fact, factOf } from './fact.ts';
import type { FlowState } from './flow-state.ts';

/**
 * What `.a.b` of a value is.
 *
 * @param args what the last of them gets, if it is a method
 */
export function readFields(
  state: FlowState,
  fact: Fact,
  fields: readonly Field[],
  args: readonly Fact[] = [],
): Fact {
  return fields.reduce((of, field, at) => {
    const given = at === fields.length - 1 ? args : [];
    return readField(state, of, field, given);
  }, fact);
}

function readField(state: FlowState, of: Fact, field: Field, args: readonly Fact[]): Fact {
  const { type } = of;
  const method = methodOf(state, type, field.name);
  if (method !== undefined) return factOf(method);
  if (args.length > 0 && type.kind !== 'any' && type.kind !== 'time') {
    const message = `\`.${field.name}\` is not a function, so it cannot take a value`;
    state.report('failed', message, field.span);
  }
  switch (type.kind) {
    case 'labels':
      state.readLabel(field.name, type.from, field.span);
      return factOf(STRING);
    case 'sample':
      return readSample(state, type, field);
    case 'struct':
      return readStruct(state, type, field);
    case 'results':
    case 'list':
    case 'string':
    case 'int':
    case 'float':
    case 'bool':
      state.report(
        'failed',
        `\`.${field.name}\` is read from ${describe(type)}, which has no fields`,
        field.span,
        rootHint(state, field),
      );
      return factOf(ANY);
    // A native histogram has fields, and so have times.
    default:
      return factOf(ANY);
  }
}

function readStruct(state: FlowState, type: Type & { kind: 'struct' }, field: Field): Fact {
  const fields = STRUCTS[type.name];
  const found = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
  if (found === undefined) {
    refuse(state, type, field, Object.keys(fields));
    return factOf(ANY);
  }
  const fact = factOf(found);
  return found.kind === 'value' ? { ...fact, values: [startOf(field)] } : fact;
}

function readSample(state: FlowState, type: Type & { kind: 'sample' }, field: Field): Fact {
  if (field.name === 'Value') return factOf({ kind: 'value' });
  if (field.name === 'Labels') {
    return factOf({ kind: 'labels', from: { kind: 'query', query: type.query } });
  }
  refuse(state, type, field, ['Labels', 'Value']);
  return factOf(ANY);
}

function startOf({ span }: Field): { span: Span; functions: readonly [] } {
  return { span: { start: span.start - 1, end: span.end }, functions: [] };
}

function refuse(state: FlowState, type: Type, field: Field, known: readonly string[]): void {
  const meant =
    known.find((name) => name.toLowerCase() === field.name.toLowerCase()) ??
    similar(field.name, known);
  const close = meant === undefined ? `it has ${known.join(', ')}` : `use \`.${meant}\``;
  const hint = rootHint(state, field) ?? close;
  state.report('failed', `${describe(type)} has no field \`${field.name}\``, field.span, hint);
}

/** In `with` and `range`, `.` is something else, and `$` is still the data. */
function rootHint(state: FlowState, field: Field): string | undefined {
  const { type } = state.scope.get('$');
  if (type.kind !== 'struct' || !Object.hasOwn(STRUCTS[type.name], field.name)) return undefined;
  return `use \`$.${field.name}\`: \`.\` is not the alert in here`;
}

const STRINGS: Type = { kind: 'list', of: 'string' };

/** Methods of Alertmanager's data. They come before the labels of the same name. */
function methodOf(state: FlowState, type: Type, name: string): Type | undefined {
  if (state.template.dialect !== 'alertmanager') return undefined;
  if (type.kind === 'labels') {
    if (name === 'SortedPairs') return { kind: 'list', of: 'pair' };
    if (name === 'Remove') return type;
    return name === 'Names' || name === 'Values' ? STRINGS : undefined;
  }
  if (type.kind !== 'list') return undefined;
  switch (type.of) {
    case 'alert':
      return name === 'Firing' || name === 'Resolved' ? type : undefined;
    case 'pair':
      return name === 'Names' || name === 'Values' ? STRINGS : undefined;
    case 'string':
      return name === 'Join' ? STRING : undefined;
    default:
      return undefined;
  }
}

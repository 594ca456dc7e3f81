import type { Operand } from '../ast.ts';
import { verbsOf } from '../format-verbs.ts';
import type { FunctionSpec, ReturnType } from '../function-spec.ts';
import type { KnownText, QueryText } from '../query-text.ts';
import { ANY, itemType, STRING, type Type } from '../type.ts';
import type { Given } from './call-function.ts';
import { apply, type Fact, factOf, joinFacts, type ValueOrigin } from './fact.ts';
import type { FlowState } from './flow-state.ts';
import { knownPrint, knownPrintf } from './known-print.ts';

/** What a call gives. The number of arguments is right. */
export function resultOf(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  { returns }: FunctionSpec,
  given: readonly Given[],
): Fact {
  const facts = given.map(({ fact }) => fact);
  const [first] = facts;
  const values = apply(facts, callee.name);
  switch (callee.name) {
    case 'query':
      return runQuery(state, callee, first);
    case 'first':
    case 'sortByLabel':
      return factOf(ofQuery(returns, facts.at(-1)));
    case 'label':
      readLabel(state, given);
      return factOf(STRING);
    case 'index':
      return { ...indexed(state, given), values };
    case 'slice':
      return { type: first?.type.kind === 'string' ? STRING : ANY, values };
    case 'and':
    case 'or':
      return { ...facts.reduce(joinFacts, first ?? factOf(ANY)), values };
    case 'printf':
      return { type: STRING, ...known(knownPrintf(facts)), values: printedValues(facts) };
    case 'print':
    case 'println':
      return { type: STRING, ...known(knownPrint(facts, callee.name)), values };
    default:
      return { type: typeOf(returns), values };
  }
}

function known(text: KnownText | undefined): { readonly text?: KnownText } {
  return text === undefined ? {} : { text };
}

/** What comes out of a query has nothing of the value in it any more. */
function runQuery(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  text: Fact | undefined,
): Fact {
  if (text !== undefined) state.useValues({ ...text, values: apply([text], 'query') }, false);
  const query: QueryText = { ...text?.text, span: callee.span };
  if (!state.queries.some(({ span }) => span.start === query.span.start)) state.queries.push(query);
  return factOf({ kind: 'results', query });
}

function ofQuery(returns: ReturnType, fact: Fact | undefined): Type {
  const type = fact?.type;
  if (type?.kind !== 'results') return ANY;
  return { kind: returns === 'sample' ? 'sample' : 'results', query: type.query };
}

function readLabel(state: FlowState, [name, sample]: readonly Given[]): void {
  const type = sample?.fact.type;
  const text = name?.fact.text;
  if (name?.span === undefined || text?.exact !== true || type?.kind !== 'sample') return;
  const query: QueryText = type.query;
  state.readLabel(text.text, { kind: 'query', query }, name.span);
}

function indexed(state: FlowState, [of, ...keys]: readonly Given[]): Fact {
  const [key] = keys;
  if (of === undefined || key === undefined) return of?.fact ?? factOf(ANY);
  const { type } = of.fact;
  if (keys.length > 1) return factOf(ANY);
  const name = key.fact.text;
  switch (type.kind) {
    case 'labels':
      if (name?.exact && key.span !== undefined) state.readLabel(name.text, type.from, key.span);
      return factOf(STRING);
    case 'results':
      return factOf({ kind: 'sample', query: type.query });
    case 'list':
      return factOf(itemType(type.of));
    case 'string':
      return factOf({ kind: 'int' });
    default:
      return factOf(ANY);
  }
}

/** Each value with the verb that formats it. */
function printedValues([format, ...args]: readonly Fact[]): readonly ValueOrigin[] {
  const text = format?.text;
  const verbs = text?.exact ? verbsOf(text.text).filter(({ letter }) => letter !== '%') : [];
  return args.flatMap(({ values }, at) => {
    const verb = verbs[at];
    const step =
      verb === undefined || text === undefined
        ? { name: 'printf' }
        : { name: 'printf', verb: text.text.slice(verb.start, verb.end) };
    return values.map(({ span, functions }) => ({ span, functions: [...functions, step] }));
  });
}

function typeOf(returns: ReturnType): Type {
  switch (returns) {
    case 'results':
    case 'sample':
      return ANY;
    case 'strings':
      return { kind: 'list', of: 'string' };
    case 'list':
      return { kind: 'list', of: 'any' };
    default:
      return { kind: returns };
  }
}

import type { Span } from '../../diagnostics/index.ts';
import type { KnownText } from '../query-text.ts';
import { joinTypes, type Type } from '../type.ts';

/** What is known of a value before the alert fires. */
export interface Fact {
  readonly type: Type;
  /** Of a string. */
  readonly text?: KnownText;
  /** The readings of `$value` that went into it. */
  readonly values: readonly ValueOrigin[];
}

/** A reading of `$value` or `.Value`, and what was done with it. */
export interface ValueOrigin {
  readonly span: Span;
  /** The first to be applied comes first. */
  readonly functions: readonly AppliedFunction[];
}

export interface AppliedFunction {
  readonly name: string;
  /** The verb that formats the value, when the function is `printf`. */
  readonly verb?: string;
}

export function factOf(type: Type): Fact {
  return { type, values: [] };
}

/** A value that may be either. */
export function joinFacts(left: Fact, right: Fact): Fact {
  return {
    type: joinTypes(left.type, right.type),
    values: [...left.values, ...right.values],
  };
}

/** The readings in all of these, after one more function. */
export function apply(facts: readonly Fact[], name: string): readonly ValueOrigin[] {
  return facts.flatMap(({ values }) =>
    values.map(({ span, functions }) => ({ span, functions: [...functions, { name }] })),
  );
}

import type { Matcher, MatchOp } from './ast.ts';

/** The part of a dashboard variable that a query needs. A multi-value variable always becomes `=~`. */
export interface QueryVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly multi: boolean;
}

/** A matcher other than equality. Made by `not`, `matches` and `matchesNot`. */
export interface ValueMatch<out V extends string> {
  readonly op: Exclude<MatchOp, '='>;
  readonly values: readonly V[];
}

/** Matchers by label: only labels that the metric carries, only values that they can have. */
export type Where<A> = { readonly [K in keyof A]?: WhereValue<A[K]> };

type WhereValue<V> = OneMatch<V> | AllOf<V & string>;

type OneMatch<V> = V | readonly V[] | ValueMatch<V & string> | QueryVariable;

/** Several matchers of one label, in the order written. Made by `allOf`. */
export interface AllOf<out V extends string> {
  readonly all: readonly OneMatch<V>[];
}

/**
 * Values that pass each of several matchers.
 *
 * @example
 * m.requests_total.where({ code: allOf(matches('5..'), not('503')) }) // requests_total{code=~"5..",code!="503"}
 */
export function allOf<V extends string>(...matchers: readonly OneMatch<NoInfer<V>>[]): AllOf<V> {
  return { all: matchers };
}

/**
 * Any value but these. One value is `!=`, several are `!~`.
 *
 * @example
 * m.requests_total.where({ code: not('200', '204') }) // requests_total{code!~"200|204"}
 */
export function not<V extends string>(
  ...values: readonly [NoInfer<V>, ...NoInfer<V>[]]
): ValueMatch<V> {
  return { op: values.length === 1 ? '!=' : '!~', values };
}

/**
 * Values that an RE2 expression matches from end to end; may match none of the known values, which the analysis reports.
 *
 * @example
 * m.requests_total.where({ code: matches('5..') }) // requests_total{code=~"5.."}
 */
export function matches(regex: string): ValueMatch<never> {
  return { op: '=~', values: [regex as never] };
}

/** Values that an RE2 expression does not match from end to end. */
export function matchesNot(regex: string): ValueMatch<never> {
  return { op: '!~', values: [regex as never] };
}

/** `where` with any labels and values, as the implementation sees it. */
export type AnyWhere = Where<Readonly<Record<string, string>>>;

/** The matchers that `where` stands for, in the order written. */
export function toMatchers(where: AnyWhere): Matcher[] {
  return Object.entries(where).flatMap(([label, value]) =>
    value === undefined
      ? []
      : (isAllOf(value) ? value.all : [value]).map((each) => toMatcher(label, each)),
  );
}

function toMatcher(label: string, value: OneMatch<string>): Matcher {
  if (typeof value === 'string') return { label, op: '=', value };
  if (isList(value)) return oneOf(label, value);
  if ('kind' in value) return { label, op: value.multi ? '=~' : '=', value: `$${value.name}` };
  const several = value.op === '!~' && value.values.length > 1;
  return { label, op: value.op, value: several ? anyOf(value.values) : (value.values[0] ?? '') };
}

function oneOf(label: string, values: readonly string[]): Matcher {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { label, op: '=', value: only }
    : { label, op: '=~', value: anyOf(values) };
}

/** An RE2 expression that matches exactly these texts. */
export function anyOf(values: readonly string[]): string {
  return values.map((v) => v.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')).join('|');
}

function isAllOf(value: WhereValue<string>): value is AllOf<string> {
  return typeof value === 'object' && 'all' in value;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

import { Duration, type DurationLike } from '../catalog/index.ts';
import { regexProblem } from '../promql/index.ts';

/** The rules that hold only in a house that has chosen them: no expression is wrong without them. */
export const HOUSE_CODES = [
  'house/annotation',
  'house/bucket-difference',
  'house/datasource-variable',
  'house/dropped-label',
  'house/editable-dashboard',
  'house/filter-matcher',
  'house/filter-variable',
  'house/fixed-datasource',
  'house/forbidden-text',
  'house/fragile-range',
  'house/kept-label',
  'house/long-range',
  'house/other-group',
  'house/panel-description',
  'house/panel-title',
  'house/pending-period',
  'house/ratio-without-for',
  'house/required-matcher',
  'house/rule-label',
  'house/rule-name',
  'house/variable-refresh',
] as const;

export type HouseCode = (typeof HOUSE_CODES)[number];

/** Regular expressions are RE2 and match the whole text, as in Prometheus. Defaults are on the page of each code. */
interface Settings<T> {
  /** Variables of dashboards. */
  readonly 'house/filter-matcher': { readonly variables: readonly string[] };
  readonly 'house/filter-variable': { readonly variables: readonly string[] };
  readonly 'house/required-matcher': { readonly labels: readonly string[] };
  readonly 'house/kept-label': { readonly labels: readonly string[] };
  readonly 'house/dropped-label': { readonly labels: readonly string[] };
  readonly 'house/rule-label': TextRule & { readonly of: 'alert' | 'record' };
  readonly 'house/annotation': TextRule;
  readonly 'house/forbidden-text': {
    readonly of: 'label' | 'annotation';
    /** Default any. */
    readonly name?: string;
    /** Default any. */
    readonly matches?: string;
  };
  readonly 'house/rule-name': { readonly of: 'alert' | 'record'; readonly matches: string };
  readonly 'house/pending-period': {
    readonly of: 'for' | 'keepFiringFor';
    readonly atLeast?: T;
    readonly atMost?: T;
  };
  readonly 'house/long-range': { readonly atMost: T };
  /** Regular expressions of the series that any group may read. */
  readonly 'house/other-group': { readonly except: readonly string[] };
}

interface TextRule {
  /** Regular expression of the name. */
  readonly name: string;
  /** What the text has to match. Default anything. */
  readonly matches?: string;
  /** Only looked at where it is there. Default it has to be. */
  readonly optional?: boolean;
}

/** A rule with what a house has decided about it. The same code may be there several times. */
type Configured<T> = {
  readonly [C in keyof Settings<T>]: { readonly code: C } & Settings<T>[C];
}[keyof Settings<T>];

/** What an author writes: a code, or a code with settings. */
export type HouseRuleSpec = HouseCode | Configured<DurationLike>;

/** A rule of the house. Immutable. */
export type HouseRule = { readonly code: HouseCode } | Configured<Duration>;

export type ConfigurableCode = keyof Settings<Duration>;

export type HouseSettings<C extends ConfigurableCode> = Settings<Duration>[C];

/** @throws RangeError for what is no rule, no regular expression or no duration */
export function toHouseRule(spec: HouseRuleSpec): HouseRule {
  const { code } = typeof spec === 'string' ? { code: spec } : spec;
  if (!HOUSE_CODES.includes(code)) throw new RangeError(`\`${code}\` is no rule of the house`);
  if (typeof spec === 'string') return Object.freeze({ code: spec });
  for (const pattern of patternsOf(spec)) {
    const problem = regexProblem(pattern);
    if (problem !== undefined) throw new RangeError(`\`${pattern}\` is no RE2: ${problem}`);
  }
  if (spec.code === 'house/long-range') {
    return Object.freeze({ ...spec, atMost: Duration.of(spec.atMost) });
  }
  if (spec.code !== 'house/pending-period') return Object.freeze({ ...spec });
  const { atLeast, atMost, ...rest } = spec;
  return Object.freeze({
    ...rest,
    ...(atLeast === undefined ? {} : { atLeast: Duration.of(atLeast) }),
    ...(atMost === undefined ? {} : { atMost: Duration.of(atMost) }),
  });
}

function patternsOf(spec: Configured<DurationLike>): readonly string[] {
  const { name, matches, except = [] } = spec as Patterns;
  return [name, matches, ...except].filter((pattern) => pattern !== undefined);
}

interface Patterns {
  readonly name?: string;
  readonly matches?: string;
  readonly except?: readonly string[];
}

/**
 * The settings of a rule, once for each time that it is chosen with some.
 *
 * @param defaults where it is chosen without
 */
export function houseSettings<C extends ConfigurableCode>(
  { house = [] }: { readonly house?: readonly HouseRule[] },
  code: C,
  defaults: readonly HouseSettings<C>[],
): readonly HouseSettings<C>[] {
  const own = house.filter((rule) => rule.code === code && Object.keys(rule).length > 1);
  // The code says which settings they are.
  return own.length === 0 ? defaults : (own as unknown as readonly HouseSettings<C>[]);
}

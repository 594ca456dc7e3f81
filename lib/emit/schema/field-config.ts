import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { DataLink } from './links.ts';
import type { Refine } from './loose.ts';
import type { FieldMatcher } from './matchers.ts';
import type { Color, Natural, Unit } from './scalars.ts';

type Fixed = dashboard.FieldColorModeId.Fixed | dashboard.FieldColorModeId.Shades;

export interface FixedColor {
  mode: Fixed;
  fixedColor: Color;
}

export interface SchemeColor {
  mode: Exclude<dashboard.FieldColorModeId, Fixed>;
  seriesBy?: dashboard.FieldColorSeriesByMode;
}

export type FieldColor = FixedColor | SchemeColor;

export interface BaseStep {
  /** Everything below the second step. */
  value: null;
  color: Color;
}

export interface ThresholdStep {
  value: number;
  color: Color;
}

export interface Thresholds {
  mode: dashboard.ThresholdsMode;
  steps: [base: BaseStep, ...steps: ThresholdStep[]];
}

export type MappingResult = Refine<
  dashboard.ValueMappingResult,
  { color?: Color; index?: Natural }
>;

type Mapping<M extends dashboard.ValueMapping, Options> = { type: M['type']; options: Options };

export type ValueMapping =
  | Mapping<dashboard.ValueMap, Record<string, MappingResult>>
  | Mapping<dashboard.RangeMap, Refine<dashboard.RangeMap['options'], { result: MappingResult }>>
  | Mapping<dashboard.RegexMap, Refine<dashboard.RegexMap['options'], { result: MappingResult }>>
  | Mapping<
      dashboard.SpecialValueMap,
      Refine<dashboard.SpecialValueMap['options'], { result: MappingResult }>
    >;

type StandardKeys =
  'description' | 'displayName' | 'fieldMinMax' | 'filterable' | 'max' | 'min' | 'noValue';

/** What every field of every panel can have; also the values of the overrides with these names. */
export type StandardField = Refine<
  Pick<dashboard.FieldConfig, StandardKeys>,
  {
    color?: FieldColor;
    decimals?: Natural;
    links?: DataLink[];
    mappings?: ValueMapping[];
    thresholds?: Thresholds;
    unit?: Unit;
  }
>;

/** `{ id, value }`, where `value` keeps the type and the limits that `T[K]` was declared with. */
type Property<Id extends string, T, K extends keyof T> = { id: Id } & {
  [P in K as 'value']-?: T[P];
};

type StandardProperty = {
  [K in keyof StandardField & string]-?: Property<K, StandardField, K>;
}[keyof StandardField & string];

type CustomProperty<Custom> = [Custom] extends [never]
  ? never
  : {
      [K in keyof Custom & string]-?: Property<`custom.${K}`, Custom, K>;
    }[keyof Custom & string];

export interface Override<Custom> {
  matcher: FieldMatcher;
  properties: (StandardProperty | CustomProperty<Custom>)[];
}

/** `Custom` is `never` for a panel type that has no field options of its own. */
export interface FieldConfig<Custom> {
  defaults: StandardField & { custom?: Custom };
  overrides: Override<Custom>[];
}

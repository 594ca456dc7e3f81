import type * as common from '@grafana/grafana-foundation-sdk/common';

import type { Reducer, Text } from './scalars.ts';

interface Matcher<Id extends string, Options> {
  id: Id;
  options: Options;
}

type FieldType = 'boolean' | 'enum' | 'number' | 'other' | 'string' | 'time';

/** Which fields an override is for. */
export type FieldMatcher =
  | Matcher<'byFrameRefID', Text>
  | Matcher<'byName', Text>
  | Matcher<'byNames', { mode?: 'exclude' | 'include'; names: Text[] }>
  | Matcher<'byRegexp', Text>
  | Matcher<'byType', FieldType>
  | Matcher<'byTypes', FieldType[]>
  | Matcher<'byValue', { reducer: Reducer; op: common.ComparisonOperation; value: number }>;

/** Which queries a transformation is for. */
export type FrameMatcher = Matcher<'byRefId', Text>;

/** Which values a filter keeps or drops. A text is a number or a variable. */
export type ValueMatcher =
  | Matcher<'isNotNull' | 'isNull', Record<string, never>>
  | Matcher<
      'equal' | 'greater' | 'greaterOrEqual' | 'lower' | 'lowerOrEqual' | 'notEqual',
      { value: number | string }
    >
  | Matcher<'notSubstring' | 'regex' | 'substring', { value: string }>
  | Matcher<'between', { from: number | string; to: number | string }>;

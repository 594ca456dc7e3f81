import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { FrameMatcher, ValueMatcher } from './matchers.ts';
import type { Natural, Positive, Reducer, Text } from './scalars.ts';

interface Step<Id extends string, Options> {
  id: Id;
  options: Options;
  disabled?: boolean;
  filter?: FrameMatcher;
  topic?: NonNullable<dashboard.DataTransformerConfig['topic']>;
}

type NoOptions = Record<string, never>;

interface NameMatcher {
  names?: Text[];
  pattern?: Text;
  variable?: Text;
}

interface Organize {
  excludeByName?: Record<string, boolean>;
  includeByName?: Record<string, boolean>;
  indexByName?: Record<string, number>;
  orderByMode?: 'auto' | 'manual';
  renameByName?: Record<string, string>;
}

interface GroupField {
  aggregations: Reducer[];
  operation: 'aggregate' | 'groupby' | null;
}

/** The text is a field name or a number, as older files write it. */
type Operand = string | { fixed?: string; matcher?: { id: 'byName' | 'byType'; options: string } };

type Calculate<Mode extends string, Own> = {
  mode: Mode;
  alias?: string;
  replaceFields?: boolean;
  timeSeries?: boolean;
} & Own;

interface Cumulative {
  field?: string;
  reducer: Reducer;
}

interface Window extends Cumulative {
  windowAlignment?: 'centered' | 'trailing';
  windowSize?: number;
  windowSizeMode?: 'fixed' | 'percentage';
}

type CalculateField =
  | Calculate<
      'binary',
      { binary: { left: Operand; operator: '*' | '+' | '-' | '/'; right: Operand } }
    >
  | Calculate<'cumulativeFunctions', { cumulative: Cumulative }>
  | Calculate<'index', { index?: { asPercentile: boolean } }>
  | Calculate<
      'reduceRow',
      {
        reduce: {
          include?: Text[];
          nullValueMode?: 'null' | 'connected' | 'null as zero';
          reducer: Reducer;
        };
      }
    >
  | Calculate<
      'unary',
      {
        unary: {
          fieldName: Text;
          operator: 'abs' | 'ceil' | 'exp' | 'floor' | 'ln' | 'percent' | 'round';
        };
      }
    >
  | Calculate<'windowFunctions', { window: Window }>;

interface Conversion {
  targetField: Text;
  destinationType: 'boolean' | 'enum' | 'number' | 'other' | 'string' | 'time';
  dateFormat?: string;
  joinWith?: string;
}

interface FilterByValue {
  filters: { fieldName: Text; config: ValueMatcher }[];
  match: 'all' | 'any';
  type: 'exclude' | 'include';
}

interface ExtractFields {
  source: Text;
  delimiter?: string;
  format?: 'auto' | 'delimiter' | 'json' | 'kvp' | 'regexp';
  jsonPaths?: { alias?: string; path: Text }[];
  keepTime?: boolean;
  regExp?: string;
  replace?: boolean;
}

/** What is done to the data between the queries and the panel, in order. */
export type Transformation =
  | Step<'calculateField', CalculateField>
  | Step<'concatenate', { frameNameLabel?: string; frameNameMode?: 'drop' | 'field' | 'label' }>
  | Step<'convertFieldType', { conversions: Conversion[] }>
  | Step<'extractFields', ExtractFields>
  | Step<'filterByRefId', { exclude?: string; include?: string }>
  | Step<'filterByValue', FilterByValue>
  | Step<
      'filterFieldsByName',
      { byVariable?: boolean; exclude?: NameMatcher; include?: NameMatcher }
    >
  | Step<'groupBy', { fields: Record<string, GroupField> }>
  | Step<
      'groupingToMatrix',
      {
        columnField: Text;
        emptyValue?: 'empty' | 'false' | 'null' | 'true' | 'zero';
        rowField: Text;
        valueField: Text;
      }
    >
  | Step<
      'histogram',
      { bucketCount?: Positive; bucketOffset?: number; bucketSize?: number; combine?: boolean }
    >
  | Step<'joinByField', { byField?: Text; mode?: 'inner' | 'outer' | 'outerTabular' }>
  | Step<'labelsToFields', { keepLabels?: Text[]; mode?: 'columns' | 'rows'; valueLabel?: Text }>
  | Step<'limit', { limitField?: Natural }>
  | Step<'merge', NoOptions>
  | Step<'organize', Organize>
  | Step<
      'partitionByValues',
      { fields: Text[]; keepFields?: boolean; naming?: { asLabels: boolean } }
    >
  | Step<'prepareTimeSeries', { format: 'long' | 'many' | 'multi' | 'wide' }>
  | Step<
      'reduce',
      {
        includeTimeField?: boolean;
        labelsToFields?: boolean;
        mode?: 'reduceFields' | 'seriesToRows';
        reducers: Reducer[];
      }
    >
  | Step<'renameByRegex', { regex: Text; renamePattern: string }>
  | Step<'seriesToRows', NoOptions>
  | Step<'sortBy', { sort: { desc?: boolean; field: Text }[] }>
  | Step<'timeSeriesTable', Record<string, { stat?: Reducer; timeField?: string }>>
  | Step<'transpose', { firstFieldName?: string; restFieldsName?: string }>;

import type { Datasource, Duration, JsonValue } from '../../catalog/index.ts';
import type { Site } from '../../diagnostics/index.ts';
import type { IntervalVariable as Interval, QueryVariable as Matched } from '../../promql/index.ts';
import type { ChosenDatasource } from './chosen-datasource.ts';
import type { ValueSource } from './value-source.ts';

/** A variable of a dashboard: a value that people choose above it. Immutable. */
export type Variable =
  | ValuesVariable
  | CustomVariable
  | ConstantVariable
  | TextVariable
  | IntervalVariable
  | DatasourceVariable
  | AdhocVariable;

interface Common {
  readonly kind: 'variable';
  /** Letters, digits and `_`; unique in the dashboard. */
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  /** What is not shown. Default nothing. */
  readonly hide?: 'label' | 'variable';
  /** Merged into its JSON last. */
  readonly raw?: { readonly [key: string]: JsonValue };
  readonly site?: Site;
}

/** How many of the values can be chosen. `multi` of the variable is true where the result is a regular expression. */
export interface Choice {
  readonly several: boolean;
  readonly includeAll: boolean;
  /** What All stands for, as a regular expression. Default: all values, joined. */
  readonly allValue?: string;
  /** Chosen at first. Default All where there is one, else the first value. */
  readonly initial?: readonly string[];
}

/** Values that a query finds. */
export interface ValuesVariable extends Common, Matched {
  readonly type: 'query';
  readonly source: ValueSource;
  readonly choice: Choice;
  /** When it is asked again. */
  readonly refresh: 'load' | 'time';
  readonly sort: VariableSort;
  /** Keeps and cuts values: `/^(.*):/`. */
  readonly regex?: string;
  readonly datasource?: ChosenDatasource;
}

export type VariableSort =
  'none' | 'asc' | 'desc' | 'numericAsc' | 'numericDesc' | 'naturalAsc' | 'naturalDesc';

/** Values that are written down. */
export interface CustomVariable extends Common, Matched {
  readonly type: 'custom';
  /** Values by the text that people see. */
  readonly values: readonly { readonly text: string; readonly value: string }[];
  readonly choice: Choice;
}

/** A value that the dashboard fixes; people do not see it. */
export interface ConstantVariable extends Common, Matched {
  readonly type: 'constant';
  readonly value: string;
}

/** A text that people type. */
export interface TextVariable extends Common, Matched {
  readonly type: 'textbox';
  readonly initial: string;
}

/** A length of time, for ranges. */
export interface IntervalVariable extends Common, Interval {
  readonly type: 'interval';
  readonly values: readonly Duration[];
  readonly initial?: Duration;
  /** Offers the panel's step as well: the time range in so many parts, at least `min`. */
  readonly auto?: { readonly parts: number; readonly min: Duration };
}

/** Which datasource the panels ask. */
export interface DatasourceVariable extends Common {
  readonly type: 'datasource';
  readonly plugin: Datasource['type'];
  /** Keeps datasources whose name matches. */
  readonly regex?: string;
  /** Chosen at first, by uid. Default: the stack's. */
  readonly initial?: string;
}

/** Label filters that Grafana adds to every query of a datasource. */
export interface AdhocVariable extends Common {
  readonly type: 'adhoc';
  readonly datasource?: ChosenDatasource;
}

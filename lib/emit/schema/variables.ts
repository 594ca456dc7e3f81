import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { DatasourceRef, QueryPlugin } from './datasources.ts';
import type { DurationText, Natural, Positive, Text, VariableName } from './scalars.ts';

interface Variable<Type extends string> {
  type: Type;
  name: VariableName;
  label?: string;
  description?: string;
  hide?: dashboard.VariableHide;
  skipUrlSync?: boolean;
}

interface Choice {
  current?: dashboard.VariableOption;
  options?: dashboard.VariableOption[];
}

interface MultiChoice extends Choice {
  allowCustomValue?: boolean;
  allValue?: string;
  includeAll?: boolean;
  multi?: boolean;
}

/** What the editor of Grafana's Prometheus datasource saves. */
interface PrometheusVariableQuery {
  query: Text;
  refId: Text;
  qryType?: Natural;
}

export interface QueryVariable extends Variable<'query'>, MultiChoice {
  datasource: DatasourceRef<QueryPlugin>;
  query: string | PrometheusVariableQuery;
  /** Written even when it is 0: without it Grafana never fills the variable. */
  refresh: dashboard.VariableRefresh;
  definition?: string;
  regex?: string;
  sort?: dashboard.VariableSort;
}

export interface CustomVariable extends Variable<'custom'>, MultiChoice {
  /** Comma-separated values, or `text : value` pairs. */
  query: Text;
}

export interface DatasourceVariable extends Variable<'datasource'>, MultiChoice {
  query: QueryPlugin | 'alertmanager' | 'tempo';
  refresh?: dashboard.VariableRefresh;
  regex?: string;
}

export interface IntervalVariable extends Variable<'interval'>, Choice {
  query: Text;
  auto?: boolean;
  auto_count?: Positive;
  auto_min?: DurationText;
  refresh?: dashboard.VariableRefresh;
}

export interface ConstantVariable extends Variable<'constant'>, Choice {
  query: string;
}

export interface TextboxVariable extends Variable<'textbox'>, Choice {
  query: string;
}

export interface AdhocFilter {
  key: Text;
  operator: '!=' | '!~' | '<' | '<=' | '=' | '=|' | '!=|' | '=~' | '>' | '>=';
  value: string;
  values?: string[];
}

export interface AdhocVariable extends Variable<'adhoc'> {
  datasource: DatasourceRef<QueryPlugin>;
  allowCustomValue?: boolean;
  baseFilters?: AdhocFilter[];
  filters?: AdhocFilter[];
}

export type VariableModel =
  | AdhocVariable
  | ConstantVariable
  | CustomVariable
  | DatasourceVariable
  | IntervalVariable
  | QueryVariable
  | TextboxVariable;

export type { ChoiceOptions } from './choice.ts';
export {
  type ChosenDatasource,
  namedDatasource,
  type NamedDatasource,
} from './chosen-datasource.ts';
export { labelValues, queryResult, queryText, type ValueSource } from './value-source.ts';
export type {
  AdhocVariable,
  Choice,
  ConstantVariable,
  CustomVariable,
  DatasourceVariable,
  IntervalVariable,
  TextVariable,
  ValuesVariable,
  Variable,
  VariableSort,
} from './variable.ts';
export {
  adhocVariable,
  constantVariable,
  customVariable,
  datasourceVariable,
  intervalVariable,
  queryVariable,
  type QueryVariableOptions,
  textVariable,
  type VariableOptions,
} from './variable-factories.ts';

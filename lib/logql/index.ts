export type {
  Binary,
  BinaryOp,
  Comparison,
  Condition,
  Grouping,
  LabelFilter,
  LabelFormat,
  LabelList,
  LabelReplace,
  LineFilter,
  LineFormat,
  LogqlExpr,
  Logs,
  Matcher,
  Matching,
  MatchOp,
  Name,
  ParserName,
  ParserStage,
  RangeAggregation,
  RangeOp,
  Stage,
  TimeRange,
  Unwrap,
  VectorAggregation,
  VectorOp,
} from './ast.ts';
export { labelsOf } from './labels-of.ts';
export { type LabelSet, type Presence, presenceOf } from './label-set.ts';
export type { LogqlError } from './logql-error.ts';
export { type ParsedLogql, parseLogql } from './parser.ts';
export { logqlType, type LogqlType } from './value-type.ts';
export { type VariableRef, variablesIn } from './variables.ts';

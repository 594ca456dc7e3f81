export type {
  Aggregate,
  AggregateOp,
  ArithmeticOp,
  At,
  Binary,
  BinaryOp,
  Call,
  ComparisonOp,
  Expr,
  Group,
  Grouping,
  Matcher,
  Matching,
  MatchOp,
  Matrix,
  Modifiers,
  NumberLiteral,
  Paren,
  Range,
  Selector,
  SetOp,
  StringLiteral,
  Subquery,
  Unary,
  VariableExpr,
  VariableRef,
} from './ast.ts';
export { canonicalText } from './canonical-text.ts';
export { number, seriesOf, time, vector } from './build-handle.ts';
export {
  type Catalog,
  defineCatalog,
  type HandleOf,
  type Handles,
  type MetricSpecs,
} from './define-catalog.ts';
export type {
  AnyHandle,
  Counter,
  Gauge,
  Histogram,
  HistogramOptions,
  Info,
  LabelTypes,
  Summary,
} from './handles.ts';
export type { AnyScalar, Labelled, Query } from './labelled.ts';
export {
  type AnyMatch,
  type GroupLeft,
  type GroupRight,
  ignoring,
  type Ignoring,
  on,
  type On,
} from './matching.ts';
export type { BinaryLabels, Operand, OrOperand } from './operand.ts';
export { promql, type PromqlHole, promqlOf, type PromqlQuery } from './promql-template.ts';
export { PromqlSyntaxError } from './promql-syntax-error.ts';
export type { AnnotationText, Legend } from './text-labels.ts';
export type { Subquery as SubqueryWindow, SubqueryOptions } from './subquery.ts';
export { type IntervalVariable, type Shift, type TimeRange, toRange } from './time-range.ts';
export type { TypeError } from './type-error.ts';
export type { Comparison, Scalar, Target, Vec } from './vec.ts';
export {
  allOf,
  type AllOf,
  matches,
  matchesNot,
  not,
  type QueryVariable,
  toMatchers,
  type ValueMatch,
  type Where,
} from './where.ts';
export { printDuration } from './duration.ts';
export {
  AGGREGATES,
  type AggregateSpec,
  FUNCTIONS,
  type FunctionSpec,
  type ValueType,
} from './functions.ts';
export { type Env, envOf, OPEN_ENV } from './infer/env.ts';
export type { Fact, FactNode, FactOf } from './infer/fact.ts';
export { infer, Inference } from './infer/infer.ts';
export { type InferredUnit, inferredUnit, unitText } from './infer/inferred-unit.ts';
export {
  alwaysReturns,
  type Info as Inferred,
  knownValue,
  type LabelInfo,
  labelOf,
  labelsOf,
  neverReturns,
  rangeOf,
} from './infer/info.ts';
export { explain, type Reason } from './infer/reason.ts';
export { inferRecorded, type Recording } from './infer/recorded.ts';
export { parse, type ParseOptions, type ParseResult } from './parser.ts';
export { type MatcherParts, matcherParts, rangePart } from './parts.ts';
export { print } from './printer.ts';
export type { PromqlError } from './promql-error.ts';
export { regexMatches, regexProblem } from './re2.ts';
export { runtimeErrors } from './runtime-errors.ts';
export { skeleton } from './skeleton.ts';
export { templateProblem } from './template-regex.ts';
export { type CheckOptions, checkTypes, valueType } from './value-types.ts';
export { type FoundVariable, replaceVariables, variablesIn } from './variables.ts';
export { children, walk } from './walk.ts';
export { type Branch, live, stateOf } from './infer/branch.ts';
export type { Interval } from './infer/interval.ts';
export { isCumulative, isNativeHistogram, type SampleKind } from './infer/sample-kind.ts';
export { metricsOf } from './infer/series.ts';
export { agreement } from './infer/unit-algebra.ts';

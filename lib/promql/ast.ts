import type { Span } from '../diagnostics/index.ts';

/**
 * A PromQL expression, built by the typed handles or parsed from text: one tree for both.
 * Plain data, never mutated. `span` is set by the parser only, in UTF-16 offsets of the parsed text.
 */
export type Expr =
  | NumberLiteral
  | StringLiteral
  | VariableExpr
  | Selector
  | Matrix
  | Subquery
  | Unary
  | Paren
  | Binary
  | Call
  | Aggregate;

interface Node {
  readonly span?: Span;
  /** All labels that the result carries, as the author of a `promqlOf` says. Never printed; the analysis verifies it. */
  readonly claim?: readonly string[];
}

/** A scalar. `text` keeps a spelling that the value alone would lose, such as `5m` or `0x1F`. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: number;
  readonly text?: string;
}

export interface StringLiteral extends Node {
  readonly kind: 'string';
  readonly value: string;
}

/** A Grafana variable that stands where an expression stands: `x > $threshold`. */
export interface VariableExpr extends Node {
  readonly kind: 'variable';
  readonly variable: VariableRef;
}

/** A Grafana variable: `$name`, `${name}`, `${name:format}` or `[[name]]`. `text` is its spelling. */
export interface VariableRef {
  readonly name: string;
  readonly format?: string;
  readonly text: string;
}

export type MatchOp = '=' | '!=' | '=~' | '!~';

/** `label op "value"`. `value` is unquoted; Grafana variables stay in it as text (`variablesIn`). */
export interface Matcher extends Node {
  readonly label: string;
  readonly op: MatchOp;
  readonly value: string;
  /** The value is a variable that brings its own quotes, such as `${job:doublequote}`. */
  readonly bare?: true;
}

/** An instant vector: `name{…} offset … @ …`. A name given inside the braces is `name` as well. */
export interface Selector extends Node, Modifiers {
  readonly kind: 'selector';
  /** May contain Grafana variables. Absent for `{job="x"}`. */
  readonly name?: string;
  /** In the order written; a second `__name__` matcher stays here. */
  readonly matchers: readonly Matcher[];
}

/** A range vector: `selector[range]`. The selector carries `offset` and `@`. */
export interface Matrix extends Node {
  readonly kind: 'matrix';
  readonly of: Selector;
  readonly range: Range;
  /** Prometheus 3.x `anchored` and `smoothed` range selectors. */
  readonly edge?: 'anchored' | 'smoothed';
}

/** `expr[range:step]`. An absent step is the global evaluation interval. */
export interface Subquery extends Node, Modifiers {
  readonly kind: 'subquery';
  readonly of: Expr;
  readonly range: Range;
  readonly step?: Range;
}

export interface Modifiers {
  /** Negative for `offset -5m`. */
  readonly offset?: Range;
  readonly at?: At;
  /** Prometheus 3.x `anchored` and `smoothed` on an instant selector. */
  readonly edge?: 'anchored' | 'smoothed';
}

export type At =
  | { readonly kind: 'timestamp'; readonly seconds: number }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'variable'; readonly variable: VariableRef };

/** A length of time in a query. */
export type Range =
  /** Whole milliseconds; negative only as an offset. Printed in Prometheus's shortest spelling. */
  | { readonly kind: 'duration'; readonly milliseconds: number }
  /** `$__rate_interval`, `$__range`, `$__interval`, or a dashboard's interval variable; `-$x` only as an offset. */
  | { readonly kind: 'variable'; readonly variable: VariableRef; readonly negative?: true }
  /** What Prometheus or Grafana computes, such as `5m * 2`, `step()` or `${seconds}s`; canonical text. */
  | { readonly kind: 'expression'; readonly text: string };

export interface Unary extends Node {
  readonly kind: 'unary';
  readonly op: '+' | '-';
  readonly of: Expr;
}

export interface Paren extends Node {
  readonly kind: 'paren';
  readonly of: Expr;
}

export type ArithmeticOp = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
export type ComparisonOp = '==' | '!=' | '>' | '<' | '>=' | '<=' | '</' | '>/';
export type SetOp = 'and' | 'or' | 'unless';
export type BinaryOp = ArithmeticOp | ComparisonOp | SetOp;

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly left: Expr;
  readonly right: Expr;
  /** `== bool`. */
  readonly bool?: true;
  readonly matching?: Matching;
}

export interface Matching {
  readonly kind: 'on' | 'ignoring';
  readonly labels: readonly string[];
  readonly group?: Group;
  /** Prometheus 3.x `fill`, `fill_left`, `fill_right`. */
  readonly fill?: { readonly left?: number; readonly right?: number };
}

export interface Group {
  readonly side: 'left' | 'right';
  readonly include: readonly string[];
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly func: string;
  readonly args: readonly Expr[];
}

export type AggregateOp =
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'count'
  | 'group'
  | 'stddev'
  | 'stdvar'
  | 'topk'
  | 'bottomk'
  | 'quantile'
  | 'count_values'
  | 'limitk'
  | 'limit_ratio';

export interface Aggregate extends Node {
  readonly kind: 'aggregate';
  readonly op: AggregateOp;
  readonly of: Expr;
  readonly param?: Expr;
  /** Absent and `by ()` mean the same; absent is printed without a clause. */
  readonly grouping?: Grouping;
}

/** Labels may contain Grafana variables: `by ($group)`. */
export interface Grouping {
  readonly kind: 'by' | 'without';
  readonly labels: readonly string[];
}

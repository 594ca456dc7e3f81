import type { Span } from '../diagnostics/index.ts';
import type { VariableRef } from './variables.ts';

/** A LogQL query. Plain data, never mutated. All spans are UTF-16 offsets of the parsed text. */
export type LogqlExpr =
  | Logs
  | RangeAggregation
  | VectorAggregation
  | Binary
  | LabelReplace
  | {
      readonly kind: 'number' | 'vector';
      readonly value: number | VariableRef;
      readonly span: Span;
    }
  /** A Grafana variable that stands where a query stands. */
  | { readonly kind: 'variable'; readonly variable: VariableRef; readonly span: Span };

/** A stream selector and what is done with its lines. */
export interface Logs {
  readonly kind: 'logs';
  readonly matchers: readonly Matcher[];
  /** Variables that stand among the matchers: what they select is not known. */
  readonly variables: readonly VariableRef[];
  readonly stages: readonly Stage[];
  /** `{…}` */
  readonly selector: Span;
  readonly span: Span;
}

export type MatchOp = '=' | '!=' | '=~' | '!~';

/** `label op "value"`. Grafana variables stay in the value as text. */
export interface Matcher {
  readonly label: Name;
  readonly op: MatchOp;
  readonly value: string;
  readonly span: Span;
}

/** A label's name; may contain Grafana variables. */
export interface Name {
  readonly name: string;
  readonly span: Span;
}

export type Stage =
  | LineFilter
  | ParserStage
  | LabelFilter
  | LineFormat
  | LabelFormat
  | LabelList
  | Unwrap
  | { readonly kind: 'decolorize'; readonly span: Span }
  /** A Grafana variable that stands for one or more stages. */
  | { readonly kind: 'variable'; readonly variable: VariableRef; readonly span: Span };

/** `|= "a" or "b"`. */
export interface LineFilter {
  readonly kind: 'line-filter';
  readonly op: '|=' | '!=' | '|~' | '!~' | '|>' | '!>';
  /** One is enough; for a negative filter all must fail. */
  readonly values: readonly { readonly value: string; readonly ip: boolean; readonly span: Span }[];
  readonly span: Span;
}

export type ParserName = 'json' | 'logfmt' | 'pattern' | 'regexp' | 'unpack';

/** A stage that makes labels of the line. */
export interface ParserStage {
  readonly kind: 'parser';
  readonly parser: ParserName;
  /** Of `pattern` and `regexp`. */
  readonly pattern?: string;
  /** `--strict`, `--keep-empty`. */
  readonly flags: readonly string[];
  /** `json a="b.c", d`: only these become labels. Empty: all do. */
  readonly extracts: readonly { readonly label: Name; readonly from: string }[];
  readonly span: Span;
}

/** `| label > 5 and other = "x"`. */
export interface LabelFilter {
  readonly kind: 'label-filter';
  readonly condition: Condition;
  readonly span: Span;
}

export type Condition =
  | {
      readonly kind: 'and' | 'or';
      readonly left: Condition;
      readonly right: Condition;
      readonly span: Span;
    }
  | Comparison;

export interface Comparison {
  readonly kind: 'comparison';
  readonly label: Name;
  readonly op: MatchOp | '==' | '>' | '>=' | '<' | '<=';
  readonly type: 'string' | 'number' | 'duration' | 'bytes' | 'ip';
  /** As it is written, a string without its quotes. */
  readonly value: string;
  readonly span: Span;
}

/** `line_format "…"`: a Go template over the labels. */
export interface LineFormat {
  readonly kind: 'line-format';
  readonly template: string;
  readonly span: Span;
}

/** `label_format a=b, c="{{.d}}"`. */
export interface LabelFormat {
  readonly kind: 'label-format';
  readonly formats: readonly {
    readonly label: Name;
    /** The label that is renamed, or the template of the new value. */
    readonly from: Name | { readonly template: string };
  }[];
  readonly span: Span;
}

/** `drop a, b="x"`, `keep a`. */
export interface LabelList {
  readonly kind: 'drop' | 'keep';
  /** With a matcher, only where it matches. */
  readonly labels: readonly { readonly label: Name; readonly matcher?: Matcher }[];
  readonly span: Span;
}

/** `unwrap label`: its value becomes the sample. */
export interface Unwrap {
  readonly kind: 'unwrap';
  readonly label: Name;
  readonly conversion?: 'bytes' | 'duration' | 'duration_seconds';
  readonly span: Span;
}

/** `rate({…}[5m])`. */
export interface RangeAggregation {
  readonly kind: 'range-aggregation';
  readonly op: RangeOp;
  /** Of `quantile_over_time`. */
  readonly param?: number | VariableRef;
  readonly of: Logs;
  readonly range: TimeRange;
  readonly offset?: TimeRange;
  readonly grouping?: Grouping;
  readonly span: Span;
}

/** `sum by (a) (…)`. */
export interface VectorAggregation {
  readonly kind: 'vector-aggregation';
  readonly op: VectorOp;
  /** Of `topk`, `bottomk` and `approx_topk`. */
  readonly param?: number | VariableRef;
  readonly of: LogqlExpr;
  readonly grouping?: Grouping;
  readonly span: Span;
}

export interface Grouping {
  readonly kind: 'by' | 'without';
  readonly labels: readonly Name[];
  readonly span: Span;
}

export interface Binary {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly left: LogqlExpr;
  readonly right: LogqlExpr;
  readonly bool?: true;
  readonly matching?: Matching;
  readonly span: Span;
}

export interface Matching {
  readonly kind: 'on' | 'ignoring';
  readonly labels: readonly Name[];
  readonly group?: { readonly side: 'left' | 'right'; readonly include: readonly Name[] };
}

/** `label_replace(of, "target", "replacement", "source", "pattern")`. */
export interface LabelReplace {
  readonly kind: 'label-replace';
  readonly of: LogqlExpr;
  readonly target: string;
  readonly replacement: string;
  readonly source: string;
  readonly pattern: string;
  readonly span: Span;
}

/** `5m`, `-1h` or a variable, as it is written. */
export interface TimeRange {
  readonly text: string;
  /** Absent with a variable in it. */
  readonly milliseconds?: number;
  readonly span: Span;
}

export type RangeOp =
  | 'absent_over_time'
  | 'avg_over_time'
  | 'bytes_over_time'
  | 'bytes_rate'
  | 'count_over_time'
  | 'first_over_time'
  | 'last_over_time'
  | 'max_over_time'
  | 'min_over_time'
  | 'quantile_over_time'
  | 'rate'
  | 'rate_counter'
  | 'stddev_over_time'
  | 'stdvar_over_time'
  | 'sum_over_time';

export type VectorOp =
  | 'approx_topk'
  | 'avg'
  | 'bottomk'
  | 'count'
  | 'max'
  | 'min'
  | 'sort'
  | 'sort_desc'
  | 'stddev'
  | 'stdvar'
  | 'sum'
  | 'topk';

export type BinaryOp = ArithmeticOp | ComparisonOp | SetOp;
export type ArithmeticOp = '+' | '-' | '*' | '/' | '%' | '^';
export type ComparisonOp = '==' | '!=' | '>' | '>=' | '<' | '<=';
export type SetOp = 'and' | 'or' | 'unless';

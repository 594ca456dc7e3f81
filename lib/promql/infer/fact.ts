import type { Aggregate, Binary, Call, Matcher, Selector } from '../ast.ts';
import type { InferredUnit } from './inferred-unit.ts';
import type { Interval } from './interval.ts';
import type { Reason } from './reason.ts';
import type { SampleKind } from './sample-kind.ts';
import type { Agreement } from './unit-algebra.ts';

export type Side = 'left' | 'right';

/**
 * Something about one node that a check may report. `node.span` is the place where the tree was parsed.
 *
 * Facts are about what can be proven from the expression and the catalog; nothing is said of operands that are dead
 * already, and nothing follows from a label set that is open.
 */
export type Fact = SelectorFact | AggregateFact | CallFact | JoinFact | ComparisonFact | UnitFact;

export type SelectorFact =
  /** Neither declared nor recorded. `parent`: a classic histogram of that name, which has only suffixed series. */
  | { kind: 'metric-unknown'; node: Selector; name: string; parent?: string }
  /** No series of the metric has the label: the matcher passes all of them, or none. */
  | { kind: 'matcher-label-unknown'; node: Selector; matcher: Matcher; passes: 'all' | 'none' }
  /** The matcher passes none of the label's known values. */
  | { kind: 'matcher-value-unknown'; node: Selector; matcher: Matcher; known: readonly string[] }
  /** The matcher alone passes something, with the ones before it nothing. */
  | { kind: 'matcher-contradiction'; node: Selector; matcher: Matcher }
  /** The matcher passes all of the label's known values. */
  | { kind: 'matcher-tautology'; node: Selector; matcher: Matcher; known: readonly string[] };

export type AggregateFact =
  /** `by (label)` of a label that no series has; `partial`: only some branches of the operand. */
  | {
      kind: 'group-label-impossible';
      node: Aggregate;
      label: string;
      why?: Reason;
      partial: boolean;
    }
  /** `without (label)` of a label that no series has. */
  | { kind: 'without-noop'; node: Aggregate; label: string; why?: Reason }
  /** A mean or sum of quantiles. */
  | { kind: 'aggregates-quantiles'; node: Aggregate; guessed: boolean }
  /** Native histograms know `sum`, `avg`, `count` and `group` only. */
  | { kind: 'aggregates-histograms'; node: Aggregate; guessed: boolean };

export type CallFact =
  /** `rate`, `irate`, `increase` or `resets` of something that is no counter. */
  | { kind: 'needs-counter'; node: Call; got: SampleKind; guessed: boolean }
  /** `delta`, `deriv`, `avg_over_time` and the like of a raw counter. */
  | { kind: 'needs-gauge'; node: Call; got: SampleKind; guessed: boolean }
  /** `histogram_quantile` of something that is neither buckets nor a native histogram. */
  | { kind: 'needs-buckets'; node: Call; got: SampleKind; guessed: boolean }
  /** `histogram_quantile` of buckets whose `le` is gone. */
  | { kind: 'needs-le'; node: Call; why?: Reason; guessed: boolean }
  /** `histogram_quantile` of the buckets since the process started. */
  | { kind: 'raw-buckets'; node: Call; guessed: boolean }
  /** `histogram_sum` and the like of floats. */
  | { kind: 'needs-native-histogram'; node: Call; got: SampleKind; guessed: boolean }
  /** A rate of a rate. */
  | { kind: 'rate-of-rate'; node: Call; guessed: boolean }
  /** A rate of summed counters: a restart of one of them is not seen as one. */
  | { kind: 'rate-of-aggregate'; node: Call; guessed: boolean }
  /** The source label is impossible, so the regex sees only the empty string. */
  | { kind: 'source-label-impossible'; node: Call; label: string; why?: Reason; matches: boolean }
  /** `absent` of something that always returns. */
  | { kind: 'never-absent'; node: Call };

export type JoinFact =
  /**
   * No series of the left has a partner on the right: `label` is missing on `missing`, or its values differ.
   * `partial`: only some branches of the side that is kept.
   */
  | {
      kind: 'match-never';
      node: Binary;
      label: string;
      missing?: Side;
      left: readonly string[] | undefined;
      right: readonly string[] | undefined;
      why?: Reason;
      partial: boolean;
    }
  /** `on (label)` of a label that one or both sides cannot have. */
  | { kind: 'on-label-impossible'; node: Binary; label: string; side: Side | 'both'; why?: Reason }
  /** `ignoring (label)` of a label that neither side has. */
  | { kind: 'ignoring-noop'; node: Binary; label: string }
  /** Several series of `side` for one of the other, told apart by `label`, without `group_left` or `group_right`. */
  | { kind: 'many-to-one'; node: Binary; side: Side; label: string; values: readonly string[] }
  /** The side that `group_left` or `group_right` takes for the one is the many. */
  | { kind: 'group-side-wrong'; node: Binary; side: Side; label: string; values: readonly string[] }
  /** `group_left (label)` of a label that the one side cannot have: removes it from the result. */
  | { kind: 'include-impossible'; node: Binary; label: string; side: Side; why?: Reason }
  /** `group_left (label)` of a label that the many side has already: replaced. */
  | { kind: 'include-present'; node: Binary; label: string; side: Side }
  /** `unless` that always removes everything. */
  | { kind: 'unless-always'; node: Binary }
  /** The right side of `or` is never used, because the left always returns the same labels. */
  | { kind: 'or-unreachable'; node: Binary }
  /** Both sides of `or` show up together: `labels` are on one side only. `certain`: on all of its series. */
  | { kind: 'or-label-clash'; node: Binary; labels: readonly string[]; certain: boolean };

/** The comparison has the same outcome for all values; `partial`: only for some branches of the left side. */
export interface ComparisonFact {
  readonly kind: 'comparison-constant';
  readonly node: Binary;
  readonly outcome: 'always' | 'never';
  readonly left: Interval;
  readonly right: Interval;
  readonly partial: boolean;
}

/** Units that are added, compared or united do not agree. */
export interface UnitFact {
  readonly kind: 'unit-mismatch';
  readonly node: Binary;
  readonly left: InferredUnit;
  readonly right: InferredUnit;
  readonly agreement: Exclude<Agreement, 'same'>;
  readonly guessed: boolean;
}

/** The fact of one kind. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** The part of an expression that a fact is about. */
export type FactNode = Fact['node'];

import { type Site, siteOf } from '../diagnostics/index.ts';
import { type Expr, type Gauge, type Labelled, type Query, seriesOf } from '../promql/index.ts';
import type { AllowHere } from './allow.ts';

/** A recording rule. Immutable. */
export interface RecordingRule extends Query {
  readonly kind: 'record';
  /** `level:metric:operations`. */
  readonly name: string;
  readonly node: Expr;
  /** Added to the labels of the result; static text. */
  readonly labels: Readonly<Record<string, string>>;
  /** The text that `node` was read from; absent where it was built. */
  readonly source?: string;
  readonly allow?: readonly AllowHere[];
  readonly site?: Site;
}

/** A recording rule together with what it records. `L` are the labels of its series. */
export interface Recorded<L extends string> extends RecordingRule {
  /** The series that the rule makes, for other expressions. */
  readonly series: Gauge<{ [K in L]: string }>;
}

type LabelsOf<Q> = Q extends Labelled<infer L> ? L : string;

/**
 * Defines a recording rule.
 *
 * @example
 * const requests = record({ name: 'job:requests:rate5m', expr: m.requests_total.rate('5m').sumBy('job') });
 * requests.series.gt(100) // job:requests:rate5m > 100
 */
export function record<Q extends Query, S extends string = never>(spec: {
  readonly name: string;
  readonly expr: Q;
  readonly labels?: Readonly<Record<S, string>>;
  /** Findings about it that are known and stay for a while. */
  readonly allow?: readonly AllowHere[];
}): Recorded<LabelsOf<Q> | S> {
  const site = siteOf(record);
  return Object.freeze({
    kind: 'record',
    name: spec.name,
    node: spec.expr.node,
    labels: spec.labels ?? {},
    series: seriesOf<LabelsOf<Q> | S>(spec.name),
    ...(spec.allow === undefined ? {} : { allow: spec.allow }),
    ...(site === undefined ? {} : { site }),
  } satisfies Recorded<LabelsOf<Q> | S>);
}

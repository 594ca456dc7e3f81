import { any, type LabelValues, type Metric } from '../../catalog/index.ts';
import type { Selector } from '../ast.ts';
import { spellingsOf } from './bound-spellings.ts';
import { NO_LABELS } from './branch.ts';
import type { Env } from './env.ts';
import { COUNT, type InferredUnit, inferredUnit } from './inferred-unit.ts';
import { ANY_VALUE, type Interval, NOT_NEGATIVE, ONE } from './interval.ts';
import { GUARANTEED, guaranteed, type LabelState, POSSIBLE, state } from './label-state.ts';
import { hintOf, isBuiltIn } from './name-hints.ts';
import { isCumulative, kindOfMetric, type SampleKind } from './sample-kind.ts';

/** The series of one name, as one declaration has them. */
export interface Series {
  readonly labels: ReadonlyMap<string, LabelState>;
  /** The labels are all that there are. */
  readonly closed: boolean;
  readonly kind: SampleKind;
  readonly unit: InferredUnit | undefined;
  readonly observed: InferredUnit | undefined;
  readonly range: Interval;
  readonly guessed: boolean;
  /** Absent for a series that is not declared. */
  readonly metric?: Metric;
}

/**
 * The series that a name stands for; `_bucket`, `_sum` and `_count` belong to the declared histogram or summary.
 * Empty where nothing of that name exists.
 */
export function seriesOf(name: string, env: Env): readonly Series[] {
  let known = caches.get(env);
  if (known === undefined) caches.set(env, (known = new Map()));
  let found = known.get(name);
  if (found === undefined) known.set(name, (found = findSeries(name, env)));
  return found;
}

const caches = new WeakMap<Env, Map<string, readonly Series[]>>();

function findSeries(name: string, env: Env): readonly Series[] {
  const declared = env.metrics(name);
  if (declared.length > 0) return declared.filter(hasOwnSeries).map(ownSeries);
  const suffixed = suffixedSeries(name, env);
  if (suffixed.length > 0) return suffixed;
  return env.open || isBuiltIn(name) ? [guessedSeries(name)] : [];
}

/** Of a metric that was only seen, nobody may know it. */
function unitIn({ unit }: Metric): InferredUnit | undefined {
  return unit === 'unknown' ? undefined : inferredUnit(unit);
}

/** A classic histogram has buckets, sum and count, but no series of its own name. */
function hasOwnSeries(metric: Metric): boolean {
  return metric.kind !== 'histogram' || metric.native === true;
}

function ownSeries(metric: Metric): Series {
  const kind = kindOfMetric(metric);
  const unit = unitIn(metric);
  const quantiles =
    metric.kind === 'summary' ? [['quantile', spelled(metric.quantiles)] as const] : [];
  return {
    ...shared(metric, quantiles),
    kind,
    unit: metric.kind === 'histogram' ? COUNT : unit,
    observed: metric.kind === 'histogram' ? unit : undefined,
    range: rangeOfMetric(metric, kind),
  };
}

function suffixedSeries(name: string, env: Env): readonly Series[] {
  const at = name.lastIndexOf('_');
  const suffix = at === -1 ? '' : name.slice(at);
  if (suffix !== '_bucket' && suffix !== '_sum' && suffix !== '_count') return [];
  return env.metrics(name.slice(0, at)).flatMap((m) => {
    if (m.kind !== 'histogram' && m.kind !== 'summary') return [];
    if (suffix !== '_bucket') return [sumOrCount(m, suffix)];
    return m.kind === 'histogram' && hasBuckets(m) ? [buckets(m)] : [];
  });
}

/** A native histogram has classic buckets beside only where it declares bounds. */
function hasBuckets(metric: Metric): boolean {
  return metric.native !== true || metric.buckets !== undefined;
}

function buckets(metric: Metric): Series {
  const bounds = metric.buckets && [...(spelled(metric.buckets) ?? []), '+Inf'];
  return {
    ...shared(metric, [['le', bounds]]),
    kind: 'bucket',
    unit: COUNT,
    observed: unitIn(metric),
    range: NOT_NEGATIVE,
  };
}

function sumOrCount(metric: Metric, suffix: '_sum' | '_count'): Series {
  return {
    ...shared(metric, []),
    kind: 'counter',
    unit: suffix === '_count' ? COUNT : unitIn(metric),
    observed: undefined,
    // A sum goes down where negative values are observed.
    range: suffix === '_count' ? NOT_NEGATIVE : ANY_VALUE,
  };
}

function shared(
  metric: Metric,
  added: readonly (readonly [string, readonly string[] | undefined])[],
): Pick<Series, 'labels' | 'closed' | 'guessed' | 'metric'> {
  const labels = new Map<string, LabelState>();
  for (const [label, values] of Object.entries(metric.labels)) {
    labels.set(label, declaredState(values, metric.partial?.includes(label) !== true));
  }
  for (const [label, values] of added) {
    labels.set(label, values ? guaranteed(...values) : GUARANTEED);
  }
  // Without a job the labels of its targets are not known.
  const closed = metric.jobs.length > 0 || metric.complete === true || labels.has('job');
  return { labels, closed, guessed: false, metric };
}

/** The empty string among the values says that the label may be absent. */
function declaredState(values: LabelValues, onEvery: boolean): LabelState {
  if (values === any) return onEvery ? GUARANTEED : POSSIBLE;
  const there = values.filter((v) => v !== '');
  return state(onEvery && there.length === values.length ? 'guaranteed' : 'possible', there);
}

function spelled(numbers: readonly number[] | undefined): readonly string[] | undefined {
  return numbers?.flatMap(spellingsOf);
}

function rangeOfMetric(metric: Metric, kind: SampleKind): Interval {
  if (metric.range) return { min: metric.range[0], max: metric.range[1], nan: true };
  if (kind === 'info') return ONE;
  return isCumulative(kind) ? NOT_NEGATIVE : ANY_VALUE;
}

function guessedSeries(name: string): Series {
  const { kind, unit, observed } = hintOf(name);
  return {
    labels: NO_LABELS,
    closed: false,
    kind,
    unit,
    observed,
    range: ANY_VALUE,
    guessed: !isBuiltIn(name),
  };
}

/** The declared metrics that a selector may select, for checks that need more than the label states. */
export function metricsOf(selector: Selector, env: Env): readonly Metric[] {
  if (selector.name === undefined) return [];
  return seriesOf(selector.name, env).flatMap((s) => (s.metric ? [s.metric] : []));
}

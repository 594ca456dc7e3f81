import type { Job, Labels, Metric, MetricSpec } from '../catalog/index.ts';
import { any, Duration } from '../catalog/index.ts';
import type { Selector } from './ast.ts';
import { handleOf } from './build-handle.ts';
import type { AnyHandle, Counter, Gauge, Histogram, Info, LabelTypes, Summary } from './handles.ts';
import { toMatchers } from './where.ts';

export type MetricSpecs = Readonly<Record<string, MetricSpec>>;

/** A catalog: the handles that content files use, and the metrics that the analysis reads. */
export interface Catalog<H = Readonly<Record<string, AnyHandle>>> {
  /** One handle a metric, under its Prometheus name. */
  readonly m: H;
  readonly metrics: readonly Metric[];
}

/** The handle of one declared metric; `T` are the labels that its targets add. */
export type HandleOf<S extends MetricSpec, T extends LabelTypes> = HandleByKind<
  S,
  {
    -readonly [K in keyof (LabelsOf<S> & T)]: K extends keyof LabelsOf<S>
      ? TextOf<LabelsOf<S>[K]>
      : T[K & string];
  }
>[S['kind']];

interface HandleByKind<S, A extends LabelTypes> {
  counter: Counter<A>;
  gauge: Gauge<A>;
  histogram: Histogram<A, Literal<S, 'buckets'>>;
  summary: Summary<A, Literal<S, 'quantiles'>>;
  info: Info<A>;
}

type LabelsOf<S> = S extends { readonly labels: infer A } ? A : Record<never, never>;

type Literal<S, K extends string> =
  S extends Readonly<Record<K, readonly (infer B extends number)[]>> ? B : number;

/** The values of a label as a type. Of several lists it is any of them. */
type TextOf<V> = V extends readonly (infer S extends string)[] ? S : string;

/** The labels that the targets of all the jobs carry; any, where the catalog is bound to no job. */
type TargetLabels<J extends Job> = [J] extends [never]
  ? LabelTypes
  : { [K in keyof J['labels'] & string]: TextOf<J['labels'][K]> };

export type Handles<S extends MetricSpecs, J extends Job> = {
  readonly [K in keyof S]: HandleOf<S[K], TargetLabels<J>>;
};

/**
 * Declares the metrics that one job, or each of several, exposes.
 *
 * Every selector of the catalog matches the jobs by name, so that two services that expose metrics of the same name
 * never mix; the labels of the jobs' targets join those of every metric.
 *
 * @example
 * const catalog = defineCatalog(stack.jobs.api, {
 *   requests_total: { kind: 'counter', unit: 'requests', help: 'Requests served.', labels: { code: ['200', '500'] } },
 * });
 * catalog.m.requests_total.rate().sumBy('code') // sum by (code) (rate(requests_total{job="api"}[$__rate_interval]))
 */
export function defineCatalog<J extends Job, const S extends MetricSpecs>(
  jobs: J | readonly J[],
  specs: S,
): Catalog<Handles<S, J>> {
  const list = asList(jobs);
  const metrics = Object.entries(specs).map(([name, spec]) => metricOf(name, spec, list));
  const handles = metrics.map((metric) => [metric.name, handleOf(metric, selectorOf(metric))]);
  return {
    m: Object.fromEntries(handles) as Handles<S, J>,
    metrics,
  };
}

function asList<J>(jobs: J | readonly J[]): readonly J[] {
  return Array.isArray(jobs) ? jobs : [jobs as J];
}

/** A catalog that is bound to no job matches any. */
function selectorOf({ name, jobs }: Metric): Selector {
  const matchers = jobs.length === 0 ? [] : toMatchers({ job: jobs });
  return { kind: 'selector', name, matchers };
}

function metricOf(name: string, spec: MetricSpec, jobs: readonly Job[]): Metric {
  const { kind, help, labels = {}, unbounded, deprecated, since, until, optional } = spec;
  // Where no job is known, neither is which of its series have the labels that somebody has seen.
  const partial =
    jobs.length === 0
      ? Object.keys(labels)
      : addedBySome(jobs).filter((label) => !Object.hasOwn(labels, label));
  const interval = jobs.map((j) => j.scrape.interval).find((i) => i !== undefined);
  return {
    name,
    kind,
    help,
    unit: spec.kind === 'info' ? 'info' : spec.unit,
    labels: { ...labels, ...joined(jobs) },
    jobs: jobs.map((j) => j.name),
    ...('buckets' in spec ? { buckets: spec.buckets } : {}),
    ...('native' in spec ? { native: true } : {}),
    ...('quantiles' in spec ? { quantiles: spec.quantiles } : {}),
    ...('range' in spec ? { range: spec.range } : {}),
    ...(partial.length === 0 ? {} : { partial }),
    ...(unbounded === undefined ? {} : { unbounded }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(optional === undefined ? {} : { optional }),
    ...(spec.healthy === undefined ? {} : { healthy: spec.healthy }),
    ...(interval === undefined ? {} : { scrapeInterval: Duration.of(interval) }),
  };
}

/** The labels that the targets of any of the jobs add, with the values of all. */
function joined(jobs: readonly Job[]): Labels {
  const result: Record<string, Labels[string]> = {};
  for (const { labels } of jobs) {
    for (const [label, values] of Object.entries(labels)) {
      const known = result[label];
      result[label] =
        known === undefined || known === any || values === any
          ? known === any
            ? any
            : values
          : [...new Set([...known, ...values])];
    }
  }
  return result;
}

/** Labels that the targets of one of several jobs may have, and those of another not. */
function addedBySome(jobs: readonly Job[]): string[] {
  if (jobs.length <= 1) return [];
  return Object.keys(joined(jobs)).filter((label) => label !== 'job' && label !== 'instance');
}

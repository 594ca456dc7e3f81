import { closest, distance } from 'fastest-levenshtein';

import { any, type Labels, type Metric, type Stack } from '../catalog/index.ts';
import { Distribution, type Given, type Samples, type System } from '../model/index.ts';
import { print, type Selector } from '../promql/index.ts';
import { recordingsOf } from './system-rules.ts';

/** What is wrong with one series of a case; the case adds the place. */
export interface SeriesProblem {
  readonly code: `alert/${string}`;
  readonly message: string;
  readonly hint?: string;
}

/** A series as promtool names it. `name` is present even where there are problems. */
export interface TestSeries {
  readonly name: string;
  readonly problems: readonly SeriesProblem[];
}

/** One series of a case, with its samples. */
export interface InputSeries {
  /** As promtool names it. */
  readonly name: string;
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: Samples;
  /** The index of the entry of the case that it comes from: a histogram is several series. */
  readonly entry: number;
}

/** Of a case: its series, and what is wrong with them. */
export interface InputWorld {
  readonly series: readonly InputSeries[];
  readonly problems: readonly SeriesProblem[];
}

/** All series of a case, those of its histograms one by one. */
export function inputWorld(given: readonly Given[], system: System): InputWorld {
  const expanded = given.map((each) => expand(each, system));
  return {
    series: expanded.flatMap(({ plain }, entry) =>
      plain.map(({ given: one, samples }) => {
        const { metric, labels } = labelled(one, system);
        return { name: seriesName(metric, labels), metric, labels, samples, entry };
      }),
    ),
    problems: expanded.flatMap(({ plain, problems }) => [
      ...problems,
      ...plain.flatMap(({ given: one }) => testSeries(one, system).problems),
    ]),
  };
}

interface Expanded {
  readonly plain: readonly { readonly given: Given; readonly samples: Samples }[];
  readonly problems: readonly SeriesProblem[];
}

function expand(given: Given, system: System): Expanded {
  const { selector, labels, samples } = given;
  if (!(samples instanceof Distribution)) return { plain: [{ given, samples }], problems: [] };
  const name = selector.name ?? '';
  const metric = metricOf(selector, system.metrics);
  if (metric?.buckets === undefined || metric.name !== name) {
    return { plain: [], problems: [noHistogram(name)] };
  }
  const { buckets } = metric;
  return {
    plain: samples.seriesOf(buckets).map(({ suffix, le, samples: values }) => ({
      given: {
        selector: { ...selector, name: `${name}${suffix}` },
        labels: le === undefined ? labels : { ...labels, le },
        samples: values,
      },
      samples: values,
    })),
    problems: samples.phases
      .flatMap(({ bounds }) => bounds)
      .filter((bound) => !buckets.includes(bound))
      .map((bound) => unknownBucket(bound, name, buckets)),
  };
}

function noHistogram(name: string): SeriesProblem {
  return {
    code: 'alert/case-not-histogram',
    message: `\`${name}\` is no histogram of declared buckets, so observations have no series`,
  };
}

function unknownBucket(bound: number, name: string, buckets: readonly number[]): SeriesProblem {
  return {
    code: 'alert/case-unknown-bucket',
    message: `\`${bound}\` is no bucket of \`${name}\``,
    hint: `one of ${buckets.map((each) => `\`${each}\``).join(', ')}`,
  };
}

/**
 * Names the series of a case. Labels that are not given take what the selector matches with `=`, then the first declared
 * value; a label of open values takes its own name. A label that only some of the metric's jobs add has to be given.
 *
 * @example
 * testSeries(given(m.api_calls_total, { result: 'error' }, rising(1)), system).name
 * // api_calls_total{instance="instance", job="api", result="error"}
 */
export function testSeries(given: Given, system: System): TestSeries {
  const { metric, labels, problems } = labelled(given, system);
  return { name: seriesName(metric, labels), problems };
}

interface Labelled {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly problems: readonly SeriesProblem[];
}

function labelled({ selector, labels }: Given, system: System): Labelled {
  const name = selector.name ?? '';
  const matched = Object.fromEntries(
    selector.matchers.filter(({ op }) => op === '=').map(({ label, value }) => [label, value]),
  );
  const metric = metricOf(selector, system.metrics);
  if (metric === undefined) {
    const recorded = recordingsOf(system).some(({ rule }) => rule.name === name);
    const problems = recorded ? [] : [unknownMetric(name, system.metrics)];
    return { metric: name, labels: { ...matched, ...labels }, problems };
  }
  const known = labelsOf(metric, name);
  const unsaid = labelsOfSomeJobs(metric, system.stack);
  const filled = Object.entries(known)
    .filter(([label]) => !unsaid.includes(label))
    .map(([label, values]) => [label, firstOf(label, values)]);
  return {
    metric: name,
    labels: { ...Object.fromEntries(filled), ...matched, ...labels },
    problems: [
      ...bareHistogram(metric, name),
      ...Object.entries(labels).flatMap(([label, value]) =>
        // A metric that is bound to no job may have labels of targets that nobody has named; buckets that nobody has
        // declared may be any.
        (metric.jobs.length === 0 && !Object.hasOwn(known, label)) ||
        (label === 'le' && metric.kind === 'histogram' && metric.buckets === undefined)
          ? []
          : labelProblems(label, value, known, name),
      ),
    ],
  };
}

/** Of several jobs' metrics of one name, the one whose catalog the selector comes from. */
function metricOf(
  { name = '', matchers }: Selector,
  metrics: readonly Metric[],
): Metric | undefined {
  const named = metrics.filter((metric) => partsOf(metric).includes(name));
  const job = matchers.find(({ label }) => label === 'job')?.value;
  return named.find(({ jobs }) => jobs.join('|') === job) ?? named[0];
}

/** The names of the series that a metric consists of. */
function partsOf({ name, kind, native }: Metric): readonly string[] {
  if (kind === 'summary') return [name, `${name}_sum`, `${name}_count`];
  if (kind !== 'histogram' || native) return [name];
  return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`];
}

/** Of the series called `name`, with the one that the exposition format adds. */
function labelsOf(
  { name: metricName, kind, labels, buckets = [], quantiles = [] }: Metric,
  name: string,
): Labels {
  if (kind === 'histogram' && name.endsWith('_bucket')) {
    return { ...labels, le: [...buckets.map(String), '+Inf'] };
  }
  if (kind === 'summary' && name === metricName) {
    return { ...labels, quantile: quantiles.map(String) };
  }
  return labels;
}

/** The labels that only some of the metric's jobs add: the metric's type has them not, so no case can expect them. */
function labelsOfSomeJobs({ jobs }: Metric, stack: Stack): readonly string[] {
  const added = jobs.map((job) => Object.keys(stack.jobs[job]?.labels ?? {}));
  return added.flat().filter((label) => !added.every((labels) => labels.includes(label)));
}

function firstOf(label: string, values: Labels[string]): string {
  return values === any ? label : (values?.[0] ?? label);
}

function seriesName(name: string, labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => ({ label, op: '=' as const, value }));
  return print({ kind: 'selector', name, matchers });
}

function bareHistogram(metric: Metric, name: string): readonly SeriesProblem[] {
  if (metric.kind !== 'histogram' || metric.native || name !== metric.name) return [];
  return [
    {
      code: 'alert/case-bare-histogram',
      message: `\`${name}\` is a histogram, which has no series of its own name`,
      hint: `observed(m.${name}, {}, distribution({ p50: …, p99: … }, perSecond))`,
    },
  ];
}

function labelProblems(
  label: string,
  value: string,
  known: Labels,
  metric: string,
): readonly SeriesProblem[] {
  const values = known[label];
  if (values === undefined) {
    return [
      {
        code: 'alert/case-unknown-label',
        message: `\`${label}\` is no label of \`${metric}\``,
        ...didYouMean(label, Object.keys(known)),
      },
    ];
  }
  if (values === any || values.includes(value)) return [];
  return [
    {
      code: 'alert/case-unknown-value',
      message: `\`${value}\` is no value of \`${label}\` of \`${metric}\``,
      ...didYouMean(value, values),
    },
  ];
}

function unknownMetric(name: string, metrics: readonly Metric[]): SeriesProblem {
  return {
    code: 'alert/case-unknown-metric',
    message: `\`${name}\` is in no catalog of the system, and no rule records it`,
    ...didYouMean(name, metrics.flatMap(partsOf)),
  };
}

function didYouMean(word: string, known: readonly string[]): { readonly hint?: string } {
  if (known.length === 0) return {};
  const near = closest(word, known);
  if (distance(word, near) <= Math.max(2, word.length / 4))
    return { hint: `did you mean \`${near}\`?` };
  return known.length > 8
    ? {}
    : { hint: `one of ${known.map((other) => `\`${other}\``).join(', ')}` };
}

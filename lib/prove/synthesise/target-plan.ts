import { type Labels, type Metric, PHYSICAL_UNITS } from '../../catalog/index.ts';
import type { World } from '../../model/index.ts';
import { CounterSeries } from './counter.ts';
import type { Happening } from './effects.ts';
import { Flow } from './flow.ts';
import { GaugesSeries } from './gauges.ts';
import { isMeasured, isWhole, medianOf, rateOf } from './healthy-guess.ts';
import { type Exposed, ObservedSeries } from './histogram.ts';
import { type LabelSet, labelSets } from './label-sets.ts';
import type { MetricSeries, PlannedSeries } from './metric-series.ts';
import { Random } from './random.ts';
import type { ScrapeTarget } from './targets.ts';
import { weightOf } from './value-weights.ts';
import { type WholeOf, wholeOf } from './wholes.ts';

/** What is made of each metric. Wholes come before their shares. */
export class TargetPlan {
  readonly flows: Flow[] = [];
  readonly #flowOf = new Map<string, Flow>();
  readonly #planned = new Map<string, readonly PlannedSeries[]>();
  readonly #target: ScrapeTarget;
  readonly #metrics: readonly Metric[];
  readonly #world: World | undefined;
  readonly #happenings: readonly Happening[];

  constructor(
    target: ScrapeTarget,
    metrics: readonly Metric[],
    world: World | undefined,
    happenings: readonly Happening[],
  ) {
    this.#target = target;
    this.#metrics = metrics;
    this.#world = world;
    this.#happenings = happenings;
  }

  /** Those that are about a series. */
  get used(): readonly Happening[] {
    const series = [...this.#planned.values()].flat();
    return [...new Set(series.flatMap(({ happenings }) => happenings))];
  }

  get randoms(): readonly Random[] {
    return [...this.#planned.values()].flatMap((series) => series.map(({ random }) => random));
  }

  seriesOf(metric: Metric): MetricSeries[] {
    const { name, kind } = metric;
    const series = this.planned(metric);
    if (kind === 'gauge' || kind === 'info') return [new GaugesSeries(metric, series)];
    const flow = this.#flow(metric);
    if (kind === 'counter' && !('le' in metric.labels)) {
      return [new CounterSeries(name, series, flow)];
    }
    return [new ObservedSeries(exposedBy(metric, this.#world), series, flow)];
  }

  /** A metric is planned once: its changes are shared by the series that it has. */
  planned(metric: Metric): readonly PlannedSeries[] {
    const known = this.#planned.get(metric.name) ?? this.#plan(metric);
    this.#planned.set(metric.name, known);
    return known;
  }

  #plan(metric: Metric): readonly PlannedSeries[] {
    const own = Object.entries(metric.labels).filter(
      ([label]) =>
        label !== 'le' && !(label in this.#target.labels) && !this.#foreign(metric, label),
    );
    const sets = this.#setsOf(metric, Object.fromEntries(own));
    return sets.map((set) => {
      const labels = { ...set, ...this.#target.labels };
      const random = new Random(`${metric.name} ${JSON.stringify(labels)}`);
      const weight = Object.entries(set).reduce((w, pair) => w * weightOf(...pair, random), 1);
      const happenings = this.#happenings.filter((each) => each.matches(metric.name, labels));
      for (const each of happenings) each.totalWeight += weight;
      return { labels, random, weight, happenings };
    });
  }

  /** A share of something has its label sets, as far as it has its labels: where there is no whole, nothing happens. */
  #setsOf(metric: Metric, own: Labels): readonly LabelSet[] {
    const most = MOST_SETS[metric.kind];
    const name = wholeOf(metric, this.#metrics)?.name;
    const whole = this.#metrics.find((each) => each.name === name && each.kind === 'counter');
    const shared = Object.keys(own).filter((label) => whole !== undefined && label in whole.labels);
    if (whole === undefined || shared.length === 0) return labelSets(own, this.#world, most);
    const taken = this.planned(whole).map(({ labels }) =>
      Object.fromEntries(shared.map((label) => [label, labels[label] ?? ''])),
    );
    const sets = [...new Map(taken.map((set) => [JSON.stringify(set), set])).values()];
    const others = Object.entries(own).filter(([label]) => !shared.includes(label));
    const added = labelSets(Object.fromEntries(others), this.#world, most);
    return sets.flatMap((set) => added.map((more) => ({ ...set, ...more })));
  }

  /** Whether only targets of other jobs add a label. */
  #foreign({ partial = [] }: Metric, label: string): boolean {
    return partial.includes(label);
  }

  #flow(metric: Metric): Flow {
    const known = this.#flowOf.get(metric.name);
    if (known !== undefined) return known;
    const found = wholeOf(metric, this.#metrics);
    const whole = this.#whole(found);
    const measured = metric.kind === 'counter' && isMeasured(metric);
    const rate = metric.kind === 'counter' ? rateOf(metric) : OBSERVATIONS;
    const flow = new Flow(this.planned(metric), {
      rate,
      measured,
      rounded: isWhole(metric),
      ...(whole && { whole }),
    });
    this.#flowOf.set(metric.name, flow);
    this.flows.push(flow);
    return flow;
  }

  #whole(found: WholeOf | undefined) {
    const metric = this.#metrics.find(
      ({ name, kind }) => name === found?.name && kind === 'counter',
    );
    if (found === undefined || metric === undefined) return undefined;
    return { flow: this.#flow(metric), share: found.share };
  }
}

/** Label sets of a metric at one target: more would only make everything slower. */
const MOST_SETS = { counter: 16, gauge: 12, histogram: 8, summary: 8, info: 1 } as const;

/** Per second, where nothing counts them. */
const OBSERVATIONS = 0.5;

function exposedBy(metric: Metric, world: World | undefined): Exposed {
  const { name, kind, buckets = [], quantiles = [], labels } = metric;
  const median = medianOf(metric);
  if (kind === 'counter') {
    const [values = []] = [labelSets({ le: labels.le } as Labels, world, Infinity)];
    const texts = values.map(({ le = '' }) => le).filter((le) => le !== '+Inf');
    const bounds = texts.map((text) => ({ text, bound: Number(text) }));
    return { name, median: 0.1, bounds, quantiles: [], bucketSuffix: '', totals: false };
  }
  const bounds = buckets.length > 0 || kind === 'summary' ? buckets : doubling(metric);
  return {
    name,
    median,
    bounds: bounds.map((bound) => ({ bound, text: String(bound) })),
    quantiles,
    bucketSuffix: '_bucket',
    totals: true,
  };
}

/** Buckets of a histogram whose program chooses them. */
function doubling({ unit }: Metric): readonly number[] {
  const first = unit in PHYSICAL_UNITS && unit !== 'seconds' ? 1 : 0.001;
  return Array.from({ length: 14 }, (_, i) => first * 2 ** i);
}

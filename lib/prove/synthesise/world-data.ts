import type { Metric } from '../../catalog/index.ts';
import type { Scenario, System } from '../../model/index.ts';
import type { Clock } from './clock.ts';
import { Happening } from './effects.ts';
import { OF_SCRAPES } from './scrape-series.ts';
import { TargetData } from './target-data.ts';
import { type ScrapeTarget, targetsOf } from './targets.ts';
import type { TimeFrame, TimeWindow } from './time-frame.ts';

export type SeriesSink = (series: string, clock: Clock, values: Float64Array) => void;

/** The synthesised data of a system, healthy or in a scenario. The same system gives the same data. */
export class WorldData {
  readonly #targets: readonly TargetData[];
  readonly #changes: readonly Happening[];

  constructor(system: System, frame: TimeFrame, scenario?: Scenario) {
    const { stack, metrics, world } = system;
    const always = (world?.value.healthy ?? []).map((each) => new Happening(each, frame.start));
    this.#changes = (scenario?.changes ?? []).map(
      (each) => new Happening(each, frame.incident + each.after.inSeconds),
    );
    const happenings = [...always, ...this.#changes];
    const restarting = metrics[0]?.jobs[0];
    this.#targets = targetsOf(stack, frame, restarting).map(
      (target) => new TargetData(target, exposedAt(target, metrics), world?.value, happenings),
    );
  }

  /** Names of the scrape jobs. */
  get jobs(): readonly string[] {
    return [...new Set(this.#targets.map(({ job }) => job))];
  }

  /** Whether the scenario changes anything about a job; of another one the data is that of the healthy system. */
  isChanged(job: string): boolean {
    return this.#targets.some((target) => target.job === job && target.has(this.#changes));
  }

  /**
   * Windows come in order, none left out.
   *
   * @param job only its targets. Default: all
   */
  advance(window: TimeWindow, sink: SeriesSink, job?: string): void {
    for (const target of this.#targets) {
      if (job === undefined || target.job === job) target.advance(window, sink);
    }
  }

  /** Goes on where another one, of the same system, is. */
  goOnFrom(other: WorldData): void {
    const from = other.#targets.flatMap(({ state }) => state);
    const to = this.#targets.flatMap(({ state }) => state);
    for (const [i, array] of to.entries()) array.set(from[i] ?? []);
  }

  /** Positions of the scenario's changes that are about no series at all. */
  get unused(): readonly number[] {
    return this.#changes.flatMap((each, i) => (each.isUsed ? [] : [i]));
  }
}

/** Each name once: of two catalogs that declare it, the first. */
function exposedAt({ job, keeps }: ScrapeTarget, metrics: readonly Metric[]): readonly Metric[] {
  const seen = new Set<string>(OF_SCRAPES);
  return metrics.filter(({ name, jobs, kind }) => {
    const series = kind === 'histogram' ? `${name}_count` : name;
    if (seen.has(name) || !(jobs.length === 0 || jobs.includes(job)) || !keeps(series))
      return false;
    seen.add(name);
    return true;
  });
}

import { Duration } from '../../../catalog/index.ts';
import { parseTemplate, renderTemplate } from '../../../gotemplate/index.ts';
import { type Expr, type Range, walk } from '../../../promql/index.ts';
import type { Handles } from '../../promql/index.ts';
import type { RawRule } from '../rule-file.ts';
import { type Candidate, candidatesOf, candidateValues } from './candidates.ts';
import { templateLabels } from './demanded-labels.ts';
import { evaluate } from './evaluate.ts';
import { expandRecordings, mixesRecordings, type Recordings } from './expand-recordings.ts';
import { type Slot, type SlotOptions, slotsOf } from './slots.ts';
import { pick, type Sample, type SteadySeries, Unsteady } from './steady-world.ts';

/** A world in which an alert fires and one in which it does not, at the same moment. */
export interface DerivedCases {
  readonly fires: DerivedWorld;
  /** Absent: the alert fires always. */
  readonly quiet?: DerivedWorld;
  readonly alerts: readonly FiringAlert[];
  /** Seconds from the start. */
  readonly at: number;
}

/** What fires, without the name of its metric. */
export interface FiringAlert extends Sample {
  /** Texts that are not what its labels and its value make of their templates. */
  readonly texts: Readonly<Record<string, string>>;
}

export type DerivedWorld = readonly { readonly slot: Slot; readonly series: Candidate }[];

/** Longer tests take promtool too long. Seconds. */
const LONGEST = 2 * 86_400;

/** From the most natural world on. */
const WAYS: readonly SlotOptions[] = [
  { shared: false, lean: true },
  { shared: true, lean: true },
  { shared: false, lean: false },
];

/** Evaluations for one alert, in each way. */
const PATIENCE = 2000;

/**
 * Derives worlds from an alert's expression: each selector gets a series, and values are tried until the alert fires, and
 * until it does not.
 */
export function deriveCases(
  rule: RawRule,
  condition: Expr,
  handles: Handles,
  recordings: Recordings,
): DerivedCases | { readonly reason: string } {
  const expanded = expandRecordings(condition, recordings);
  if (expanded === undefined && mixesRecordings(condition, recordings)) {
    return { reason: 'it mixes a recorded series with what that is recorded from' };
  }
  const expr = expanded ?? condition;
  const at = momentOf(rule, expr);
  if (at > LONGEST) return { reason: 'it looks back too far for a test' };
  const texts = [...Object.values(rule.annotations), ...Object.values(rule.labels)];
  const labels = texts.flatMap(templateLabels);
  let reason = 'no values were found for which it fires';
  for (const options of WAYS) {
    const slots = slotsOf(expr, labels, handles, options);
    if ('reason' in slots) return slots;
    const search = new Search(expr, slots, at, Duration.parse(rule.for ?? '0s')?.inSeconds ?? 0);
    const found = search.run();
    if ('reason' in found) reason = found.reason;
    else {
      const alerts: FiringAlert[] = [];
      for (const sample of found.alerts) {
        const alert = firingOf(sample, rule);
        if ('reason' in alert) return alert;
        alerts.push(alert);
      }
      return { ...found, at, alerts };
    }
  }
  return { reason };
}

/** When all windows are full and the alert has waited long enough, in whole minutes. */
function momentOf(rule: RawRule, expr: Expr): number {
  const lengths = [rule.for, rule.keepFiringFor].map(
    (text) => Duration.parse(text ?? '')?.inSeconds ?? 0,
  );
  const waits = lengths.reduce((sum, each) => sum + each, 0);
  return Math.ceil((waits + lookback(expr) + 300) / 60) * 60;
}

/** How far the windows and offsets of an expression reach, at most. Seconds. */
function lookback(expr: Expr): number {
  return walk(expr).reduce((sum, node) => {
    const lengths = [
      ...(node.kind === 'matrix' || node.kind === 'subquery' ? [node.range] : []),
      ...((node.kind === 'selector' || node.kind === 'subquery') && node.offset !== undefined
        ? [node.offset]
        : []),
    ];
    return Math.max(sum, 0) + lengths.reduce((total, each) => total + lengthOf(each), 0);
  }, 0);
}

function lengthOf(range: Range): number {
  return range.kind === 'duration' ? Math.abs(range.milliseconds) / 1000 : Infinity;
}

type World = readonly SteadySeries[];

type Found = Omit<DerivedCases, 'at' | 'alerts'> & { readonly alerts: readonly Sample[] };

class Search {
  readonly #expr: Expr;
  readonly #slots: readonly Slot[];
  readonly #at: number;
  readonly #since: number;
  readonly #candidates: readonly (readonly Candidate[])[];
  #left = PATIENCE;
  #reason = 'no values were found for which it fires';

  constructor(expr: Expr, slots: readonly Slot[], at: number, held: number) {
    this.#expr = expr;
    this.#slots = slots;
    this.#at = at;
    this.#since = at - held;
    const values = candidateValues(expr, at);
    this.#candidates = slots.map((slot) => candidatesOf(slot, values));
  }

  run(): Found | { readonly reason: string } {
    const firing = this.#find((alerts) => alerts.length > 0 && alerts.length <= 4);
    if (firing === undefined) return { reason: this.#reason };
    const alerts = this.#alertsIn(firing);
    if (alerts === undefined) return { reason: this.#reason };
    const fires = this.#named(firing);
    if (this.#slots.length === 0) return { fires, alerts };
    this.#left = PATIENCE;
    const quiet = this.#find((found) => found.length === 0, firing);
    if (quiet === undefined) return { reason: 'no values were found for which it is quiet' };
    return { fires, alerts, quiet: this.#named(quiet) };
  }

  #named(world: readonly Candidate[]): DerivedWorld {
    return this.#slots.flatMap((slot, index) => {
      const series = world[index] ?? [];
      return series.length === 0 ? [] : [{ slot, series }];
    });
  }

  /** Changes one slot of a start, then two, then three. */
  #find(
    isWanted: (alerts: readonly Sample[]) => boolean,
    start?: readonly Candidate[],
  ): readonly Candidate[] | undefined {
    const starts = start === undefined ? [0, 1, 3].map((index) => this.#all(index)) : [start];
    for (const changed of [0, 1, 2, 3]) {
      for (const base of starts) {
        for (const world of this.#changes(base, changed, 0)) {
          if (this.#left-- <= 0) return undefined;
          if (this.#alertsIn(world, isWanted) !== undefined) return world;
        }
      }
    }
    return undefined;
  }

  #all(index: number): readonly Candidate[] {
    return this.#candidates.map((each) => each[Math.min(index, each.length - 2)] ?? []);
  }

  *#changes(
    base: readonly Candidate[],
    count: number,
    from: number,
  ): Generator<readonly Candidate[]> {
    if (count === 0) {
      yield base;
      return;
    }
    for (let slot = from; slot <= base.length - count; slot++) {
      for (const candidate of this.#candidates[slot] ?? []) {
        if (candidate === base[slot]) continue;
        yield* this.#changes(base.with(slot, candidate), count - 1, slot + 1);
      }
    }
  }

  /**
   * What the alert returns, where that is wanted and the same all the time that it has to be; `undefined` where not, or
   * where it is not known.
   */
  #alertsIn(
    candidates: readonly Candidate[],
    isWanted: (alerts: readonly Sample[]) => boolean = () => true,
  ): readonly Sample[] | undefined {
    const world: World = candidates.flat();
    try {
      const now = this.#returned(world, this.#at);
      if (!isWanted(now) || !now.every(({ value }) => Number.isFinite(value))) return undefined;
      return keysOf(now) === keysOf(this.#returned(world, this.#since)) ? now : undefined;
    } catch (error) {
      if (!(error instanceof Unsteady)) throw error;
      this.#reason = error.message;
      return undefined;
    }
  }

  #returned(world: World, seconds: number): readonly Sample[] {
    const result = evaluate(this.#expr, world, seconds);
    if (result.kind === 'scalar') return [];
    return result.samples.map(({ labels, value }) => ({
      labels: pick(labels, (label) => labels[label] !== ''),
      value,
    }));
  }
}

function keysOf(samples: readonly Sample[]): string {
  return samples
    .map(({ labels }) => JSON.stringify(Object.entries(labels).sort()))
    .sort()
    .join();
}

/** The alert as a case names it, or why one of its texts cannot be foretold. */
function firingOf(
  { labels, value }: Sample,
  rule: RawRule,
): FiringAlert | { readonly reason: string } {
  const nameless = pick(labels, (label) => label !== '__name__');
  const texts: Record<string, string> = {};
  for (const [name, text] of [
    ...Object.entries(rule.annotations),
    ...Object.entries(rule.labels),
  ]) {
    const template = parseTemplate(text, 'prometheus').tree;
    const [seen, known] = [labels, nameless].map((each) =>
      renderTemplate(template, { labels: each, value }),
    );
    if (seen?.text === undefined) {
      return { reason: `\`${name}\` cannot be rendered: ${seen?.error?.message ?? ''}` };
    }
    // A template that prints all labels prints the metric's name, too.
    if (seen.text === known?.text) continue;
    if (name !== 'summary' && name !== 'description') {
      return { reason: `\`${name}\` prints the metric's name` };
    }
    texts[name] = seen.text;
  }
  return { labels: nameless, value, texts };
}

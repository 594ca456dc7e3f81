import type { Metric } from '../../catalog/index.ts';
import type { Clock } from './clock.ts';
import type { Happening } from './effects.ts';
import { isWhole, type Span, spanOf } from './healthy-guess.ts';
import type { Random } from './random.ts';
import { activity, wave } from './rhythm.ts';

type Curve = (time: number, started: number) => number;

/** The values of one series of a gauge. */
export class GaugeSeries {
  readonly #curve: Curve;
  /** Bounds with a fraction say that it is a mean, such as a load. */
  readonly #whole: boolean;
  readonly #happenings: readonly Happening[];
  readonly #frozen = new Map<Happening, number>();

  constructor(metric: Metric, random: Random, happenings: readonly Happening[]) {
    this.#curve = curveOf(metric, random);
    this.#whole = isWhole(metric) && spanOf(metric).every(Number.isInteger);
    this.#happenings = happenings;
  }

  values({ times, started }: Clock): Float64Array {
    return times.map((time, i) => this.at(time, started[i] ?? 0));
  }

  /** Moments have to be asked for in order. */
  at(time: number, started: number): number {
    const value = this.#changed(this.#curve(time, started), time);
    return this.#whole ? Math.round(value) : value;
  }

  #changed(healthy: number, time: number): number {
    let value = healthy;
    for (const happening of this.#happenings) {
      const { effect, since } = happening;
      if (time < since) continue;
      if (effect.kind === 'set') value = effect.value;
      else if (effect.kind === 'add') value += effect.value;
      else if (effect.kind === 'times') value *= effect.factor;
      else if (effect.kind === 'grow') value += effect.perSecond * (time - since);
      else if (effect.kind === 'freeze') {
        value = this.#frozen.get(happening) ?? value;
        this.#frozen.set(happening, value);
      }
    }
    return value;
  }
}

function curveOf(metric: Metric, random: Random): Curve {
  const { name, kind, unit, healthy } = metric;
  if (kind === 'info') return () => 1;
  if (unit === 'timestamp' && healthy === undefined) return moment(name, random);
  if (unit === 'seconds' && /uptime/.test(name)) return (time, started) => time - started;
  return daily(spanOf(metric), random);
}

/** When something happened: at the start of the process, or last. */
function moment(name: string, random: Random): Curve {
  if (/start|boot|created|reset/.test(name)) return (_, started) => started;
  if (/^node_time/.test(name)) return (time) => time;
  const period = random.between(20, 55);
  return (time) => Math.floor(Math.floor(time / period) * period);
}

/** Follows the day, with a wave of its own, and never leaves its span. */
function daily([low, high]: Span, random: Random): Curve {
  if (low === high) return () => low;
  const own = wave(random);
  const level = random.between(0.1, 0.4);
  return (time) => {
    const place = level + 0.35 * activity(time) + 0.2 * own(time) + 0.05 * (random.uniform() - 0.5);
    return low + (high - low) * Math.min(1, Math.max(0, place));
  };
}

import type { Scenario, System } from '../../../lib/model/index.ts';
import { timeFrame, WorldData } from '../../../lib/prove/synthesise/index.ts';

/** Seconds since 1970 and value. */
export type Sample = readonly [time: number, value: number];

export const FRAME = timeFrame(6 * 3600);

/** All samples of a world, by series as OpenMetrics writes it. */
export function samplesOf(system: System, scenario?: Scenario): ReadonlyMap<string, Sample[]> {
  const data = new WorldData(system, FRAME, scenario);
  const samples = new Map<string, Sample[]>();
  for (const window of FRAME.windows) {
    data.advance(window, (series, { times }, values) => {
      const all = samples.get(series) ?? [];
      values.forEach((value, i) => {
        if (!Number.isNaN(value)) all.push([times[i] ?? 0, value]);
      });
      samples.set(series, all);
    });
  }
  return samples;
}

/** The increases of a counter between its samples; a reset counts from 0. */
export function increases(samples: readonly Sample[]): number[] {
  return samples.slice(1).map(([, value], i) => {
    const before = samples[i]?.[1] ?? 0;
    return value < before ? value : value - before;
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

import { closeSync, openSync, writeSync } from 'node:fs';

import type { Clock } from './clock.ts';
import type { TimeWindow } from './time-frame.ts';
import type { SeriesSink, WorldData } from './world-data.ts';

/** What a window holds. */
export interface WindowSize {
  readonly series: number;
  readonly samples: number;
}

/** Characters that are written at once. */
const CHUNK = 1 << 20;

/**
 * Writes the next window as OpenMetrics. Without types: promtool does not keep them.
 *
 * @param file absent: the window is only passed, so that the next one goes on from its end
 * @param job only the series of its targets. Default: all
 */
export function writeWindow(
  data: WorldData,
  window: TimeWindow,
  file?: string,
  job?: string,
): WindowSize {
  if (file === undefined) {
    data.advance(window, () => undefined);
    return { series: 0, samples: 0 };
  }
  const target = openSync(file, 'w');
  try {
    return write(data, window, job, (text) => void writeSync(target, text));
  } finally {
    closeSync(target);
  }
}

function write(
  data: WorldData,
  window: TimeWindow,
  job: string | undefined,
  out: (text: string) => void,
): WindowSize {
  const only = window.only && new Set(window.only);
  const stamps = new Map<Clock, readonly string[]>();
  let [series, samples] = [0, 0];
  let text = '';
  const take: SeriesSink = (name, clock, values) => {
    if (only?.has(/^[^{]*/.exec(name)?.[0] ?? '') === false) return;
    let ends = stamps.get(clock);
    if (ends === undefined) {
      ends = Array.from(clock.times, (time) => ` ${time}\n`);
      stamps.set(clock, ends);
    }
    const before = samples;
    const precision = precisionOf(values);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value === undefined || Number.isNaN(value)) continue;
      samples++;
      const cut = Number.isInteger(value) ? value : Math.round(value * precision) / precision;
      text += `${name} ${cut}${ends[i] ?? ''}`;
    }
    if (samples > before) series++;
    if (text.length > CHUNK) {
      out(text);
      text = '';
    }
  };
  data.advance(window, take, job);
  out(`${text}# EOF\n`);
  return { series, samples };
}

/** Cuts digits that mean nothing: ten of the largest value are kept, so that sums still grow by small steps. */
function precisionOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) {
    if (!Number.isInteger(value) && Math.abs(value) > most) most = Math.abs(value);
  }
  return 10 ** Math.max(0, 9 - Math.floor(Math.log10(most || 1)));
}

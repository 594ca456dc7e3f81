import { traffic } from './rhythm.ts';
import type { ScrapeTarget } from './targets.ts';
import type { TimeWindow } from './time-frame.ts';

/** The scrapes of one target in one window. */
export interface Clock {
  /** Seconds since 1970. */
  readonly times: Float64Array;
  /** Seconds between two scrapes. */
  readonly step: number;
  readonly traffic: Float64Array;
  /** Whether the target answers. */
  readonly answers: Uint8Array;
  /** Whether the process restarted since the scrape before. */
  readonly restarted: Uint8Array;
  /** When the process that answers began, at each scrape. */
  readonly started: Float64Array;
}

/**
 * @param isUp whether the target answers at a moment, besides its restart
 */
export function clockOf(
  { interval, offset, started, restart = Infinity }: ScrapeTarget,
  window: TimeWindow,
  isUp: (time: number) => boolean,
): Clock {
  const step = interval * window.stride;
  const count = Math.ceil((window.end - window.start - offset) / step);
  const clock: Clock = {
    times: new Float64Array(count),
    step,
    traffic: new Float64Array(count),
    answers: new Uint8Array(count),
    restarted: new Uint8Array(count),
    started: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const time = Math.round((window.start + offset + i * step) * 1000) / 1000;
    const isBack = time >= restart && time - step < restart;
    clock.times[i] = time;
    clock.traffic[i] = traffic(time);
    // The scrape at which the new process is not there yet fails.
    clock.answers[i] = !isBack && isUp(time) ? 1 : 0;
    clock.restarted[i] = isBack ? 1 : 0;
    clock.started[i] = time >= restart ? restart : started;
  }
  return clock;
}

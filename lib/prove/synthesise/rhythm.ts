import type { Random } from './random.ts';

const DAY = 86_400;

/** How busy people are, from 0 to 1: most in the afternoon, least before dawn, less at the weekend. UTC. */
export function activity(time: number): number {
  const daily = 0.5 - 0.5 * Math.cos((2 * Math.PI * (time - 3.5 * 3600)) / DAY);
  const weekday = (Math.floor(time / DAY) + 4) % 7;
  return weekday === 0 || weekday === 6 ? daily * 0.6 : daily;
}

/** What traffic is multiplied with: 1 on average, roughly. */
export function traffic(time: number): number {
  return 0.6 + 0.8 * activity(time);
}

/** A curve of its own, between -1 and 1, without steps. */
export function wave(random: Random): (time: number) => number {
  const parts = PERIODS.map((period) => ({
    speed: (2 * Math.PI) / (period * random.between(0.8, 1.25)),
    phase: random.between(0, 2 * Math.PI),
  }));
  return (time) => {
    let sum = 0;
    for (const { speed, phase } of parts) sum += Math.sin(time * speed + phase);
    return sum / parts.length;
  };
}

/** Seconds. */
const PERIODS = [420, 1500, 4100] as const;

import type { Duration } from '../catalog/index.ts';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** A duration in one unit: Grafana reads `90m`, but neither `1h30m` nor `1.5h`. */
export function grafanaDuration(duration: Duration): string {
  const { milliseconds } = duration;
  if (milliseconds === 0) return '0s';
  const [unit, size] = UNITS.find(([, size]) => milliseconds % size === 0) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}

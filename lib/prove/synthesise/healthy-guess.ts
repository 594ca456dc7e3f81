import { type Healthy, type Metric, PHYSICAL_UNITS, unitFacts } from '../../catalog/index.ts';
import { isBad, isLimit } from './name-words.ts';

/** Least and most of a day. */
export type Span = readonly [low: number, high: number];

/** Whether a value has no fraction: what is counted, and bytes. */
export function isWhole(metric: Pick<Metric, 'unit'>): boolean {
  return !isMeasured(metric) || unitFacts(metric.unit).dimension === 'bytes';
}

/** Whether values are measured rather than counted, so that they have fractions. */
export function isMeasured({ unit }: Pick<Metric, 'unit'>): boolean {
  return Object.hasOwn(PHYSICAL_UNITS, unit) && unit !== 'state';
}

/** Per second, of all series of a target together. */
export function rateOf({ name, unit, healthy }: Metric): number {
  if (healthy !== undefined) return middle(healthy);
  if (isBad(name)) return 0;
  const { dimension, scale } = unitFacts(unit);
  if (dimension === 'seconds') return 0.2 / scale;
  if (dimension === 'bytes') return 200_000 / scale;
  return 2;
}

/** The values of a gauge; those of timestamps and ages are made elsewhere. */
export function spanOf({ name, unit, range, healthy }: Metric): Span {
  if (healthy !== undefined) return typeof healthy === 'number' ? [healthy, healthy] : healthy;
  const { dimension, scale } = unitFacts(unit);
  if (dimension === 'state') return isBad(name) ? [0, 0] : [1, 1];
  if (isBad(name)) return [0, 0];
  if (dimension === 'bytes' && isLimit(name)) return [16 * GIB, 16 * GIB];
  const [low, high] = TYPICAL[dimension] ?? (isLimit(name) ? [100, 100] : [4, 14]);
  const [least, most] = range ?? [-Infinity, Infinity];
  return [Math.max(least, low / scale), Math.min(most, high / scale)];
}

const GIB = 2 ** 30;

/** In base units, by dimension. */
const TYPICAL: Readonly<Record<string, Span>> = {
  ratio: [0.2, 0.5],
  seconds: [0.01, 0.05],
  bytes: [0.2 * GIB, 0.4 * GIB],
  celsius: [35, 55],
};

/** The median observation. Where nobody says it, it lies low in the buckets, so that p99 is not beyond them. */
export function medianOf({ unit, buckets = [], healthy }: Metric): number {
  if (healthy !== undefined) return middle(healthy);
  const bound = buckets[Math.floor(buckets.length * 0.35)];
  if (bound !== undefined) return bound * 0.8;
  const { dimension, scale } = unitFacts(unit);
  return (dimension === 'bytes' ? 2_000 : 0.02) / scale;
}

function middle(healthy: Healthy): number {
  return typeof healthy === 'number' ? healthy : (healthy[0] + healthy[1]) / 2;
}

import { type Unit, unitFacts } from '../../catalog/index.ts';

/**
 * The unit of an expression's values: `value * scale` is in the product of the dimensions' base units.
 *
 * What is counted is a dimension too: `rate(flashes_total[5m])` is `{ flashes: 1, seconds: -1 }`. Watts are joules per
 * second.
 */
export interface InferredUnit {
  /** Exponents, never 0. */
  readonly dimensions: Readonly<Record<string, number>>;
  readonly scale: number;
  /** What a number without dimension is. */
  readonly role?: Role;
}

export type Role =
  /** A literal: takes the unit of what it is added to or compared with. */
  | 'number'
  /** A number of things that have no name, such as the result of `count`. */
  | 'count'
  /** A quotient of equal units, 1 for all; `scale` 0.01 for percent. */
  | 'ratio'
  /** Seconds per second: how many at the same time, such as CPU cores. */
  | 'usage'
  /** A number with a meaning, mostly 0 and 1. */
  | 'state'
  /** Always 1. */
  | 'info';

export const NUMBER: InferredUnit = { dimensions: {}, scale: 1, role: 'number' };
export const COUNT: InferredUnit = { dimensions: {}, scale: 1, role: 'count' };
export const RATIO: InferredUnit = { dimensions: {}, scale: 1, role: 'ratio' };
export const USAGE: InferredUnit = { dimensions: {}, scale: 1, role: 'usage' };
export const STATE: InferredUnit = { dimensions: {}, scale: 1, role: 'state' };
export const INFO: InferredUnit = { dimensions: {}, scale: 1, role: 'info' };
export const SECONDS: InferredUnit = { dimensions: { seconds: 1 }, scale: 1 };
export const TIMESTAMP: InferredUnit = { dimensions: { timestamp: 1 }, scale: 1 };

const WITHOUT_DIMENSION: Readonly<Record<string, InferredUnit>> = {
  ratio: RATIO,
  state: STATE,
  info: INFO,
};

const known = new Map<Unit, InferredUnit>();

/** The unit that a metric declares. */
export function inferredUnit(unit: Unit): InferredUnit {
  let found = known.get(unit);
  if (found === undefined) {
    const { dimension, scale } = unitFacts(unit);
    const bare = Object.hasOwn(WITHOUT_DIMENSION, dimension)
      ? WITHOUT_DIMENSION[dimension]
      : undefined;
    found = bare ? { ...bare, scale } : { dimensions: dimensionsOf(dimension), scale };
    known.set(unit, found);
  }
  return found;
}

function dimensionsOf(dimension: string): InferredUnit['dimensions'] {
  return dimension === 'watts' ? { joules: 1, seconds: -1 } : { [dimension]: 1 };
}

export function isDimensionless(unit: InferredUnit): boolean {
  for (const _ in unit.dimensions) return false;
  return true;
}

/** Whether the unit is `dimension` and nothing else, at any scale. */
export function isOnly(unit: InferredUnit, dimension: string): boolean {
  return unit.dimensions[dimension] === 1 && Object.keys(unit.dimensions).length === 1;
}

/**
 * The unit in words.
 *
 * @example
 * unitText({ dimensions: { bytes: 1, seconds: -1 }, scale: 1 }) // 'bytes/s'
 */
export function unitText({ role, scale, dimensions }: InferredUnit): string {
  if (role !== undefined) return near(scale, 0.01) ? 'percent' : role;
  const parts = Object.entries(dimensions);
  const above = parts.filter(([, n]) => n > 0);
  const below = parts.filter(([, n]) => n < 0);
  const perTime = below.length === 1 && dimensions['seconds'] === -1;
  for (const per of perTime ? PER : ONCE) {
    const top = topText(above, scale * per.seconds);
    if (top !== undefined) return `${top}${per.text}${perTime ? '' : bottomText(below)}`;
  }
  return `${scale} ${topText(above, 1) ?? ''}${bottomText(below)}`;
}

function topText(above: readonly (readonly [string, number])[], scale: number): string | undefined {
  const [first] = above;
  if (above.length === 1 && first?.[1] === 1) {
    const named = SCALED.find((s) => s.dimension === first[0] && near(s.scale, scale));
    if (named) return named.name;
  }
  if (!near(scale, 1)) return undefined;
  return above.map(power).join('·') || '1';
}

function bottomText(below: readonly (readonly [string, number])[]): string {
  return below.map((part) => `/${power(part)}`).join('');
}

function power([dimension, n]: readonly [string, number]): string {
  return Math.abs(n) === 1 ? dimension : `${dimension}^${Math.abs(n)}`;
}

export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9;
}

const PER = [
  { text: '/s', seconds: 1 },
  { text: '/min', seconds: 60 },
  { text: '/h', seconds: 3600 },
  { text: '/d', seconds: 86_400 },
] as const;

const ONCE = [{ text: '', seconds: 1 }] as const;

const SCALED = [
  { name: 'milliseconds', dimension: 'seconds', scale: 1e-3 },
  { name: 'microseconds', dimension: 'seconds', scale: 1e-6 },
  { name: 'nanoseconds', dimension: 'seconds', scale: 1e-9 },
  { name: 'minutes', dimension: 'seconds', scale: 60 },
  { name: 'hours', dimension: 'seconds', scale: 3600 },
  { name: 'days', dimension: 'seconds', scale: 86_400 },
  { name: 'milliseconds since 1970', dimension: 'timestamp', scale: 1e-3 },
  { name: 'seconds since 1970', dimension: 'timestamp', scale: 1 },
  { name: 'bits', dimension: 'bytes', scale: 0.125 },
  { name: 'kibibytes', dimension: 'bytes', scale: 1024 },
  { name: 'mebibytes', dimension: 'bytes', scale: 1_048_576 },
  { name: 'gibibytes', dimension: 'bytes', scale: 1_073_741_824 },
] as const;

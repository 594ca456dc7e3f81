/**
 * The base unit of a metric: one that has a dimension, or what is counted (`'messages'`, `'flashes'`).
 *
 * Prometheus wants base units: seconds rather than milliseconds, bytes rather than kilobytes, ratios from 0 to 1 rather
 * than percent. The scaled ones are here because exporters in the world use them.
 */
export type Unit = PhysicalUnit | (string & {});

export type PhysicalUnit = keyof typeof PHYSICAL_UNITS;

/** Dimension and size of a unit: `value * scale` is in the base unit of `dimension`. */
export interface UnitFacts {
  readonly dimension: string;
  readonly scale: number;
}

/**
 * Units that are more than a count. `timestamp` is seconds since 1970; the difference of two is seconds.
 * `state` is a closed set of numbers with a meaning, `info` always 1.
 */
export const PHYSICAL_UNITS = {
  seconds: { dimension: 'seconds', scale: 1 },
  milliseconds: { dimension: 'seconds', scale: 1e-3 },
  microseconds: { dimension: 'seconds', scale: 1e-6 },
  nanoseconds: { dimension: 'seconds', scale: 1e-9 },
  minutes: { dimension: 'seconds', scale: 60 },
  hours: { dimension: 'seconds', scale: 3600 },
  days: { dimension: 'seconds', scale: 86_400 },
  timestamp: { dimension: 'timestamp', scale: 1 },
  'timestamp-milliseconds': { dimension: 'timestamp', scale: 1e-3 },
  bytes: { dimension: 'bytes', scale: 1 },
  kibibytes: { dimension: 'bytes', scale: 1024 },
  mebibytes: { dimension: 'bytes', scale: 1_048_576 },
  bits: { dimension: 'bytes', scale: 0.125 },
  ratio: { dimension: 'ratio', scale: 1 },
  percent: { dimension: 'ratio', scale: 0.01 },
  celsius: { dimension: 'celsius', scale: 1 },
  volts: { dimension: 'volts', scale: 1 },
  amperes: { dimension: 'amperes', scale: 1 },
  watts: { dimension: 'watts', scale: 1 },
  joules: { dimension: 'joules', scale: 1 },
  hertz: { dimension: 'hertz', scale: 1 },
  state: { dimension: 'state', scale: 1 },
  info: { dimension: 'info', scale: 1 },
} as const satisfies Record<string, UnitFacts>;

/** Facts of any unit; a unit that is not physical counts things and is its own dimension. */
export function unitFacts(unit: Unit): UnitFacts {
  return Object.hasOwn(PHYSICAL_UNITS, unit)
    ? PHYSICAL_UNITS[unit as PhysicalUnit]
    : { dimension: unit, scale: 1 };
}

import { PHYSICAL_UNITS } from '../catalog/index.ts';
import type { InferredUnit } from '../promql/index.ts';
import type { GrafanaUnit } from './panel/index.ts';

/** Units of one physical dimension, by scale. */
const PHYSICAL: Readonly<Record<string, Readonly<Record<number, GrafanaUnit>>>> = {
  seconds: { 1e-9: 'ns', 1e-6: 'µs', 1e-3: 'ms', 1: 's', 60: 'm', 3600: 'h', 86400: 'd' },
  bytes: {
    0.125: 'bits',
    1: 'bytes',
    1024: 'kbytes',
    1048576: 'mbytes',
    1073741824: 'gbytes',
    1000: 'deckbytes',
    1000000: 'decmbytes',
    1000000000: 'decgbytes',
  },
  celsius: { 1: 'celsius' },
  volts: { 1e-3: 'mvolt', 1: 'volt', 1000: 'kvolt' },
  amperes: { 1e-3: 'mamp', 1: 'amp', 1000: 'kamp' },
  joules: { 1: 'joule' },
  hertz: { 1: 'hertz' },
  // Grafana's dates are in milliseconds; seconds since 1970 are no date of its.
  timestamp: { 1e-3: 'dateTimeAsIso' },
};

const RATIO: Readonly<Record<number, GrafanaUnit>> = { 1: 'percentunit', 0.01: 'percent' };

/** Joules per second, by scale. */
const POWER: Readonly<Record<number, GrafanaUnit>> = {
  1e-3: 'mwatt',
  1: 'watt',
  1000: 'kwatt',
  1000000: 'megwatt',
};

const BYTE_RATES: Readonly<Record<number, GrafanaUnit>> = {
  0.125: 'bps',
  1: 'Bps',
  1024: 'KiBs',
  1048576: 'MiBs',
  1000: 'KBs',
  1000000: 'MBs',
};

/** Rates of things that have a unit of their own; the others are counts. */
const PER_SECOND: Readonly<Record<string, GrafanaUnit>> = {
  requests: 'reqps',
  operations: 'ops',
  commands: 'ops',
  calls: 'ops',
  reads: 'rps',
  writes: 'wps',
  events: 'eps',
  messages: 'mps',
  records: 'recps',
  rows: 'rowsps',
  packets: 'pps',
};

const PER_MINUTE: Readonly<Record<string, GrafanaUnit>> = {
  requests: 'reqpm',
  operations: 'opm',
  commands: 'opm',
  calls: 'opm',
  reads: 'rpm',
  writes: 'wpm',
  events: 'epm',
  messages: 'mpm',
  records: 'recpm',
  rows: 'rowspm',
};

/**
 * The unit of Grafana for an inferred one, `undefined` where it has none.
 *
 * @example
 * toGrafanaUnit({ dimensions: { bytes: 1, seconds: -1 }, scale: 1 }) // 'Bps'
 * toGrafanaUnit({ dimensions: { flashes: 1, seconds: -1 }, scale: 1 / 60 }) // 'cpm'
 */
export function toGrafanaUnit(unit: InferredUnit): GrafanaUnit | undefined {
  let found = known.get(unit);
  if (found === undefined) known.set(unit, (found = { unit: choose(unit) }));
  return found.unit;
}

/** The metrics of a system have a handful of units, and every panel asks several times. */
const known = new WeakMap<InferredUnit, { readonly unit: GrafanaUnit | undefined }>();

function choose(unit: InferredUnit): GrafanaUnit | undefined {
  const { dimensions, scale } = shownUnit(unit);
  const parts = Object.entries(dimensions).filter(([, exponent]) => exponent !== 0);
  const [first, second] = parts;
  if (first === undefined) return ofNone(unit);
  if (second === undefined) return ofOne(first, scale);
  if (parts.length > 2) return undefined;
  const [counted, time] = first[0] === 'seconds' ? [second, first] : [first, second];
  return time[0] === 'seconds' && time[1] === -1 && counted[1] === 1
    ? rate(counted[0], scale)
    : undefined;
}

/**
 * The unit without what it is counted by: the mean of seconds by calls is shown in seconds, of bytes by requests in
 * bytes. What is left has to be a quantity, or else `flashes/messages` would be plain flashes.
 */
export function shownUnit(unit: InferredUnit): InferredUnit {
  const parts = Object.entries(unit.dimensions);
  const quantities = parts.filter(([name]) => Object.hasOwn(PHYSICAL_UNITS, name));
  const isMean =
    quantities.length > 0 && parts.every((part) => quantities.includes(part) || part[1] < 0);
  return isMean ? { ...unit, dimensions: Object.fromEntries(quantities) } : unit;
}

function ofNone({ scale, role }: InferredUnit): GrafanaUnit | undefined {
  switch (role) {
    case 'ratio':
    case 'usage':
      return at(RATIO, scale);
    case 'count':
      return near(scale, 1) ? 'short' : undefined;
    case 'state':
    case 'info':
      return 'none';
    case 'number':
    case undefined:
      return undefined;
  }
}

function ofOne([dimension, exponent]: [string, number], scale: number): GrafanaUnit | undefined {
  if (exponent === 1) {
    const known = PHYSICAL[dimension];
    if (known !== undefined) return at(known, scale);
    return scale === 1 ? 'short' : undefined;
  }
  // One per second, of nothing in particular.
  return dimension === 'seconds' && exponent === -1 ? rate('', scale) : undefined;
}

function rate(of: string, scale: number): GrafanaUnit | undefined {
  if (of === 'bytes') return at(BYTE_RATES, scale);
  if (of === 'joules') return at(POWER, scale);
  if (PHYSICAL[of] !== undefined) return undefined;
  if (near(scale, 1)) return PER_SECOND[of] ?? 'cps';
  return near(scale, 1 / 60) ? (PER_MINUTE[of] ?? 'cpm') : undefined;
}

function at(units: Readonly<Record<number, GrafanaUnit>>, scale: number): GrafanaUnit | undefined {
  return units[scale] ?? Object.entries(units).find(([known]) => near(Number(known), scale))?.[1];
}

/** Scales are products of factors such as 60 and 0.001, which are not exact. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(a);
}

import type { GrafanaUnit } from '../model/index.ts';

/** What a unit of Grafana says about a value. */
export type UnitMeaning =
  | {
      readonly kind: 'quantity';
      readonly dimensions: Readonly<Record<string, number>>;
      /** A value times this is in base units. */
      readonly scale: number;
    }
  /** So many of anything per second, or per minute. */
  | { readonly kind: 'rate'; readonly per: 'second' | 'minute' };

/** `undefined` for units that fit any number, and for those of things that no metric is declared in. */
export function meaningOf(unit: GrafanaUnit): UnitMeaning | undefined {
  return MEANINGS.get(unit);
}

const RATIO = {};
const SECONDS = { seconds: 1 };
const MOMENT = { timestamp: 1 };
const BYTES = { bytes: 1 };
const BYTE_RATE = { bytes: 1, seconds: -1 };

const DECIMAL = [1e3, 1e6, 1e9, 1e12, 1e15];
const BINARY = [1, 2, 3, 4, 5].map((n) => 1024 ** n);
const BIT = 1 / 8;

const MEANINGS: ReadonlyMap<string, UnitMeaning> = new Map([
  ...quantities(RATIO, { percentunit: 1, percent: 0.01 }),
  ...quantities(SECONDS, { ns: 1e-9, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 }),
  ...quantities(SECONDS, { dtdurationms: 1e-3, dtdurations: 1, dthms: 1, dtdhms: 1 }),
  ...quantities(SECONDS, { timeticks: 1e-2, clockms: 1e-3, clocks: 1 }),
  ...quantities(MOMENT, { dateTimeAsIso: 1e-3, dateTimeAsIsoNoDateIfToday: 1e-3 }),
  ...quantities(MOMENT, { dateTimeAsUS: 1e-3, dateTimeAsUSNoDateIfToday: 1e-3 }),
  ...quantities(MOMENT, { dateTimeAsLocal: 1e-3, dateTimeAsLocalNoDateIfToday: 1e-3 }),
  ...quantities(MOMENT, { dateTimeAsSystem: 1e-3, dateTimeFromNow: 1e-3 }),
  ...quantities(BYTES, { bytes: 1, decbytes: 1, bits: BIT, decbits: BIT }),
  ...scaled(BYTES, ['kbytes', 'mbytes', 'gbytes', 'tbytes', 'pbytes'], BINARY),
  ...scaled(BYTES, ['deckbytes', 'decmbytes', 'decgbytes', 'dectbytes', 'decpbytes'], DECIMAL),
  ...quantities(BYTE_RATE, { Bps: 1, binBps: 1, bps: BIT, binbps: BIT }),
  ...scaled(BYTE_RATE, ['KBs', 'MBs', 'GBs', 'TBs', 'PBs'], DECIMAL),
  ...scaled(BYTE_RATE, ['KiBs', 'MiBs', 'GiBs', 'TiBs', 'PiBs'], BINARY),
  ...scaled(BYTE_RATE, ['Kbits', 'Mbits', 'Gbits', 'Tbits', 'Pbits'], DECIMAL.map(bits)),
  ...scaled(BYTE_RATE, ['Kibits', 'Mibits', 'Gibits', 'Tibits', 'Pibits'], BINARY.map(bits)),
  ...rates('second', [
    'cps',
    'ops',
    'reqps',
    'rps',
    'wps',
    'iops',
    'eps',
    'mps',
    'recps',
    'rowsps',
  ]),
  ...rates('second', ['pps']),
  ...rates('minute', ['cpm', 'opm', 'reqpm', 'rpm', 'wpm', 'epm', 'mpm', 'recpm', 'rowspm']),
]);

type Entry = readonly [GrafanaUnit, UnitMeaning];

function quantities(
  dimensions: Readonly<Record<string, number>>,
  scales: { readonly [U in GrafanaUnit]?: number },
): Entry[] {
  const entries = Object.entries(scales) as [GrafanaUnit, number][];
  return entries.map(([unit, scale]) => [unit, { kind: 'quantity', dimensions, scale }]);
}

function scaled(
  dimensions: Readonly<Record<string, number>>,
  units: readonly GrafanaUnit[],
  scales: readonly number[],
): Entry[] {
  return units.map((unit, i) => [unit, { kind: 'quantity', dimensions, scale: scales[i] ?? 1 }]);
}

function rates(per: 'second' | 'minute', units: readonly GrafanaUnit[]): Entry[] {
  return units.map((unit) => [unit, { kind: 'rate', per }]);
}

function bits(scale: number): number {
  return scale * BIT;
}

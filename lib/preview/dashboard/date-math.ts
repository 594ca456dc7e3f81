/**
 * A moment as Grafana writes it: milliseconds since 1970 as digits, a date, or `now` with steps such as `-6h` and `/d`.
 * Days and weeks are those of UTC; a week begins on Sunday, as in Grafana's English.
 *
 * @param now milliseconds since 1970
 * @param edge where `/d` leads to: the first moment of the day, or its last
 * @returns milliseconds since 1970; `undefined` for what is no moment
 *
 * @example
 * momentOf('now-1d/d', Date.UTC(2026, 0, 15, 14), 'start') // Date.UTC(2026, 0, 14)
 */
export function momentOf(text: string, now: number, edge: 'start' | 'end'): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (!text.startsWith('now')) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : time;
  }
  const steps = text.slice(3).replaceAll(' ', '');
  if (!/^(?:[+-]\d*[a-zA-Z]+|\/[a-zA-Z]+)*$/.test(steps)) return undefined;
  let moment = now;
  for (const [, sign, digits, unit] of steps.matchAll(/([+\-/])(\d*)([a-zA-Z]+)/g)) {
    const next =
      sign === '/'
        ? rounded(moment, unit ?? '', edge)
        : moved(moment, Number(`${sign}${digits || '1'}`), unit ?? '');
    if (next === undefined) return undefined;
    moment = next;
  }
  return moment;
}

/** Milliseconds of units that always have the same length. */
const LENGTHS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Months of the others. */
const MONTHS: Readonly<Record<string, number>> = { M: 1, Q: 3, y: 12 };

function moved(moment: number, count: number, unit: string): number | undefined {
  const length = LENGTHS[unit];
  if (length !== undefined) return moment + count * length;
  const months = MONTHS[unit];
  if (months === undefined) return undefined;
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

function rounded(moment: number, unit: string, edge: 'start' | 'end'): number | undefined {
  const start = startOf(moment, unit);
  if (start === undefined || edge === 'start') return start;
  const next = moved(start, 1, unit);
  return next === undefined ? undefined : next - 1;
}

function startOf(moment: number, unit: string): number | undefined {
  const months = MONTHS[unit];
  if (months !== undefined) {
    const date = new Date(moment);
    return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1);
  }
  const length = LENGTHS[unit];
  if (length === undefined) return undefined;
  // The first of January 1970 was a Thursday.
  const shift = unit === 'w' ? 4 * (LENGTHS['d'] ?? 0) : 0;
  return Math.floor((moment + shift) / length) * length - shift;
}

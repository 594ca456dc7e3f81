import { RenderFailure } from './render-failure.ts';
import { typeName, type Value } from './value.ts';

export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  throw new RenderFailure(`a string is needed, and this is ${typeName(value)}`);
}

/** As the `humanize` functions read their argument: a string may spell a number. */
export function toNumber(value: Value): number {
  if (typeof value === 'string') return parseFloat64(value);
  if (typeof value === 'object' && (value.kind === 'int' || value.kind === 'float')) {
    return value.value;
  }
  throw new RenderFailure(`a number is needed, and this is ${typeName(value)}`);
}

function parseFloat64(text: string): number {
  if (/^[+-]?nan$/i.test(text)) return NaN;
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinity !== null) return infinity[1] === '-' ? -Infinity : Infinity;
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  throw new RenderFailure(`"${text}" does not spell a number`);
}

const UNITS: Readonly<Record<string, number>> = {
  y: 31_536_000,
  w: 604_800,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
  ms: 0.001,
};

const DURATION = /^(-?)((?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;

/** Seconds of a duration as Prometheus writes it: `1h30m`. */
export function parseDuration(text: string): number {
  const [, sign = '', parts = ''] = DURATION.exec(text) ?? [];
  if (text === '0' || text === '-0') return 0;
  if (parts === '') throw new RenderFailure(`"${text}" is not a duration`);
  let seconds = 0;
  for (const [, count = '', unit = ''] of parts.matchAll(/(\d+)([a-z]+)/g)) {
    seconds += Number(count) * (UNITS[unit] ?? 0);
  }
  return sign === '-' ? -seconds : seconds;
}

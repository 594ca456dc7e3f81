const UNITS: Readonly<Record<string, number>> = {
  y: 31_536_000_000,
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  ns: 1e-6,
};

const WHOLE = /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m(?!s))?(?:\d+s)?(?:\d+ms)?$/;
const FRACTIONS = /^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s|us|µs|ns))+$/;

/** Milliseconds of a range, as Prometheus writes them: `1h30m`. */
export function parseRange(text: string): number | undefined {
  if (text === '0') return 0;
  return text !== '' && WHOLE.test(text) ? sum(text) : undefined;
}

/** Milliseconds of an offset or a compared duration: Go's fractions, such as `1.5h`, are taken as well. */
export function parseDuration(text: string): number | undefined {
  const size = text.replace(/^-/, '');
  if (size === '' || !(WHOLE.test(size) || FRACTIONS.test(size))) return undefined;
  return text.startsWith('-') ? -sum(size) : sum(size);
}

function sum(text: string): number {
  let milliseconds = 0;
  for (const [, count = '', unit = ''] of text.matchAll(/([\d.]+)([a-zµ]+)/g)) {
    milliseconds += Number(count) * (UNITS[unit] ?? 0);
  }
  return milliseconds;
}

/** Whether a number with these letters is an amount of bytes: `5KB`, `1.5GiB`. */
export function isBytes(text: string): boolean {
  return /^(?:\d+\.?\d*|\.\d+)(?:B|[kKMGTP]i?B?)$/.test(text);
}

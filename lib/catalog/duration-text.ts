/** Longest first, as Prometheus orders them; each at most once. */
const UNITS = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/**
 * Milliseconds of a duration as Prometheus reads it; `undefined` when a unit is unknown, repeated or out of order.
 *
 * @example
 * parseDuration('1h30m') // 5400000
 */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || text === '') return undefined;
  return UNITS.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0);
}

/**
 * A duration as Prometheus spells it: units from large to small, years and weeks only when nothing remains.
 *
 * @param milliseconds a whole number
 *
 * @example
 * printDuration(5_400_000)      // 1h30m
 * printDuration(90 * 86_400_000) // 90d
 * printDuration(-500)           // -500ms
 */
export function printDuration(milliseconds: number): string {
  if (milliseconds < 0) return `-${printDuration(-milliseconds)}`;
  if (milliseconds === 0) return '0s';
  let rest = milliseconds;
  let text = '';
  for (const [unit, size] of UNITS) {
    const whole = Math.floor(rest / size);
    const onlyExact = unit === 'y' || unit === 'w';
    if (whole === 0 || (onlyExact && rest % size !== 0)) continue;
    text += `${whole}${unit}`;
    rest -= whole * size;
  }
  return text;
}

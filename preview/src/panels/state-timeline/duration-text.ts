const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/**
 * The two largest units of a duration.
 *
 * @example
 * durationText(14_070_000) // '3h 54m'
 */
export function durationText(milliseconds: number): string {
  let rest = Math.round(milliseconds / 1000);
  const parts = UNITS.flatMap(([name, seconds]) => {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    return count === 0 ? [] : [`${count}${name}`];
  });
  return parts.slice(0, 2).join(' ') || '0s';
}

/**
 * A number of things.
 *
 * @example
 * plural(1, 'file') // '1 file'
 * plural(3, 'file') // '3 files'
 */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

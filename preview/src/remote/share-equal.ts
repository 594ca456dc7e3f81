import { isRecord } from '../json.ts';

/**
 * `after`, made of the parts of `before` that are equal: what React is given again is not drawn again.
 *
 * @param after plain JSON
 */
export function shareEqual<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const shared = after.map((item: unknown, index) => shareEqual(before[index], item));
    const isSame =
      before.length === after.length && shared.every((item, index) => item === before[index]);
    return (isSame ? before : shared) as T;
  }
  if (isRecord(before) && isRecord(after)) {
    const entries = Object.entries(after).map(
      ([key, value]) => [key, shareEqual(before[key], value)] as const,
    );
    const isSame =
      entries.length === Object.keys(before).length &&
      entries.every(([key, value]) => key in before && value === before[key]);
    return (isSame ? before : Object.fromEntries(entries)) as T;
  }
  return after;
}

import { isDraft, isEqual } from './draft.ts';

/** A place where two JSON values differ. `undefined` where one of them has nothing. */
export interface Difference {
  /** Such as `panels[3].options.legend`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** All places where two JSON values differ, as deep as they can be told. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (isEqual(before, after)) return [];
  if (isDraft(before) && isDraft(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) =>
      differences(
        Object.hasOwn(before, key) ? before[key] : undefined,
        Object.hasOwn(after, key) ? after[key] : undefined,
        path === '' ? key : `${path}.${key}`,
      ),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, i) => differences(item, after[i], `${path}[${i}]`));
  }
  return [{ path, before, after }];
}

import { isObject } from './canonical.ts';

type Objects = Readonly<Record<string, unknown>>;

/** `base` with `raw` laid over it: objects are merged, everything else is replaced. */
export function mergeRaw(base: Objects, raw: Objects): Objects {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(raw)) {
    const present = merged[key];
    merged[key] = isObject(value) && isObject(present) ? mergeRaw(present, value) : value;
  }
  return merged;
}

import type { JsonValue } from '../../catalog/index.ts';
import { isRaw, type Raw } from './readers.ts';

/** What has to be laid over `made` so that it says what `wanted` says; `undefined` where it says too much already. */
export function patchOf(made: Raw, wanted: Raw): Raw | undefined {
  const patch: Record<string, JsonValue> = {};
  for (const key of Object.keys(made)) if (!Object.hasOwn(wanted, key)) return undefined;
  for (const [key, value] of Object.entries(wanted)) {
    const present = Object.hasOwn(made, key) ? made[key] : undefined;
    if (present !== undefined && same(present, value)) continue;
    if (isRaw(present) && isRaw(value)) {
      const inner = patchOf(present, value);
      if (inner === undefined) return undefined;
      patch[key] = inner;
    } else patch[key] = value;
  }
  return patch;
}

/** Both are normalised, so that their keys are in one order. */
export function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Number of values in JSON. */
export function leaves(value: JsonValue | undefined): number {
  if (value === undefined) return 0;
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    return items.length === 0 ? 1 : items.reduce<number>((sum, item) => sum + leaves(item), 0);
  }
  if (!isRaw(value)) return 1;
  const items = Object.values(value);
  return items.length === 0 ? 1 : items.reduce<number>((sum, item) => sum + leaves(item), 0);
}

/** The paths of what a patch says, at most two keys deep. */
export function pathsOf(patch: Raw): readonly string[] {
  return Object.entries(patch).flatMap(([key, value]) =>
    isRaw(value) && (key === 'options' || key === 'fieldConfig')
      ? Object.entries(value).flatMap(([inner, deep]) =>
          inner === 'defaults' && isRaw(deep)
            ? Object.keys(deep).map((name) => `${key}.${inner}.${name}`)
            : [`${key}.${inner}`],
        )
      : [key],
  );
}

/** One patch after another. */
export function merged(before: Raw, after: Raw): Raw {
  const result: Record<string, JsonValue> = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const present = result[key];
    result[key] = isRaw(present) && isRaw(value) ? merged(present, value) : value;
  }
  return result;
}

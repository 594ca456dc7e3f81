/** An object of a file, of which nothing is certain. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty object where it is none. */
export function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The objects in a list; none where it is no list. */
export function jsonsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The texts in a list, or the one that stands in its place. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Empty where it is no text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Without some keys. */
export function omit(value: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** The same text for values that are the same, whatever the order of their keys. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    isJson(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || stableText(a) === stableText(b);
}

/** With an empty object wherever only the other has one, so that they differ in its keys. */
export function filled(value: unknown, other: unknown): unknown {
  if (!isJson(other) || !(value === undefined || isJson(value))) return value;
  const own = jsonOf(value);
  const missing = Object.keys(other).filter(
    (key) => isJson(other[key]) && !Object.hasOwn(own, key),
  );
  return Object.fromEntries([
    ...Object.entries(own).map(([key, each]) => [key, filled(each, other[key])]),
    ...missing.map((key) => [key, filled(undefined, other[key])]),
  ]);
}

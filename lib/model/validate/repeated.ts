/** Each item whose key an earlier one has, with that earlier one. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): [T, T][] {
  const seen = new Map<string, T>();
  return items.flatMap((item): [T, T][] => {
    const first = seen.get(keyOf(item));
    if (first === undefined) seen.set(keyOf(item), item);
    return first === undefined ? [] : [[item, first]];
  });
}

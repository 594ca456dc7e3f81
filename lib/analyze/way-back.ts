/**
 * The names on the shortest way from a name back to itself; `undefined` where there is none.
 *
 * @param needs the names that each name leads to
 * @example
 * wayBack('a', new Map([['a', ['b']], ['b', ['a']]])) // ['b']
 */
export function wayBack(
  name: string,
  needs: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[]];
  while (ways.length > 0) {
    const further: string[][] = [];
    for (const way of ways) {
      for (const next of needs.get(way.at(-1) ?? name) ?? []) {
        if (next === name) return way;
        if (seen.has(next)) continue;
        seen.add(next);
        further.push([...way, next]);
      }
    }
    ways = further;
  }
  return undefined;
}

import { ringsOf } from './rings-of.ts';

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
  // The way cannot leave the ring, so that a name on none costs nothing, however long the chain that it stands in.
  const rings = ringsOf(needs);
  const ring = rings.get(name);
  const before = new Map<string, string>();
  const reached = [name];
  for (const at of reached) {
    for (const next of needs.get(at) ?? []) {
      if (next === name) return wayTo(at, name, before);
      if (before.has(next) || rings.get(next) !== ring) continue;
      before.set(next, at);
      reached.push(next);
    }
  }
  return undefined;
}

function wayTo(last: string, first: string, before: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let at = last; at !== first; at = before.get(at) ?? first) way.push(at);
  return way.reverse();
}

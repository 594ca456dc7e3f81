import { once } from './once.ts';

type Needs = ReadonlyMap<string, readonly string[]>;

/**
 * A number for each name of `needs`, the same for those that lead to each other. Kosaraju's algorithm, in linear time and
 * without recursion: a chain of rules may be as long as its file.
 *
 * @param needs the names that each name leads to
 */
export const ringsOf = once((needs: Needs): ReadonlyMap<string, number> => {
  const neededBy = reversed(needs);
  const rings = new Map<string, number>();
  for (const [ring, name] of afterNeeds(needs).reverse().entries()) {
    const open = [name];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (rings.has(at)) continue;
      rings.set(at, ring);
      for (const next of neededBy.get(at) ?? []) open.push(next);
    }
  }
  return rings;
});

function reversed(needs: Needs): Needs {
  const found = new Map<string, string[]>();
  for (const [name, needed] of needs) {
    for (const other of needed) {
      const same = found.get(other);
      if (same === undefined) found.set(other, [name]);
      else same.push(name);
    }
  }
  return found;
}

/** All names, each after those that it leads to, as far as that is possible. */
function afterNeeds(needs: Needs): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const root of needs.keys()) {
    const open: { readonly name: string; readonly rest: Iterator<string> }[] = [];
    const enter = (name: string) => {
      const needed = needs.get(name);
      if (needed === undefined || seen.has(name)) return;
      seen.add(name);
      open.push({ name, rest: needed.values() });
    };
    enter(root);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const { value, done } = last.rest.next();
      if (done !== true) enter(value);
      else {
        open.pop();
        found.push(last.name);
      }
    }
  }
  return found;
}

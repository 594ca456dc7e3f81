/**
 * The same function, which computes its result only once for each object: many checks ask for the same. A result is
 * kept for as long as its object.
 */
export function once<K extends object, V extends object>(compute: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    let result = known.get(of);
    if (result === undefined) known.set(of, (result = compute(of)));
    return result;
  };
}

import { type Labels, type LabelValues } from '../../catalog/index.ts';
import type { World } from '../../model/index.ts';
import { OPEN_LABELS, TOGETHER } from './open-labels.ts';

export type LabelSet = Readonly<Record<string, string>>;

/**
 * The label sets of a metric's series at one target, without the labels of the target. Every value of every label is in
 * one of them at least; where there are too many combinations, not every combination is.
 *
 * @param own labels of the metric itself
 * @param most combinations, where no label has more values; 1 for an info metric, whose labels are facts of one thing
 */
export function labelSets(
  own: Labels,
  world: Pick<World, 'labels' | 'together'> | undefined,
  most: number,
): readonly LabelSet[] {
  const dimensions = dimensionsOf(own, world);
  if (most === 1) return [Object.assign({}, ...dimensions.map(([first]) => first))];
  const combinations = dimensions.reduce((product, { length }) => product * length, 1);
  if (combinations <= most) return product(dimensions);
  const longest = Math.max(...dimensions.map(({ length }) => length));
  const sets = Array.from({ length: Math.max(longest, most) }, (_, i) =>
    // Each dimension turns by itself, and one place further with each round of the longest.
    dimensions.map((values, k) => values[(i + k * Math.floor(i / longest)) % values.length]),
  );
  const merged = sets.map((parts) => Object.assign({}, ...parts) as LabelSet);
  return [...new Map(merged.map((set) => [JSON.stringify(set), set])).values()];
}

/** Labels that vary independently of each other; most are one label. */
function dimensionsOf(
  own: Labels,
  world: Pick<World, 'labels' | 'together'> | undefined,
): readonly (readonly LabelSet[])[] {
  const left = new Set(Object.keys(own));
  const dimensions: LabelSet[][] = [];
  for (const sets of [...(world?.together ?? []), ...TOGETHER]) {
    const names = Object.keys(sets[0] ?? {}).filter((name) => left.has(name));
    // One of them alone has more values than those that go with others.
    if (names.length < 2) continue;
    for (const name of names) left.delete(name);
    dimensions.push(distinct(sets.map((set) => only(set, names))));
  }
  for (const name of left) {
    const values = valuesOf(name, own[name], world);
    dimensions.push(values.map((value) => ({ [name]: value })));
  }
  return dimensions;
}

function valuesOf(
  name: string,
  declared: LabelValues | undefined,
  world: Pick<World, 'labels'> | undefined,
): readonly string[] {
  if (Array.isArray(declared)) return declared as readonly string[];
  return world?.labels[name] ?? OPEN_LABELS[name] ?? [`${name}-1`, `${name}-2`];
}

function only(set: LabelSet, names: readonly string[]): LabelSet {
  return Object.fromEntries(names.map((name) => [name, set[name] ?? '']));
}

function distinct(sets: readonly LabelSet[]): LabelSet[] {
  return [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
}

function product(dimensions: readonly (readonly LabelSet[])[]): readonly LabelSet[] {
  return dimensions.reduce<readonly LabelSet[]>(
    (sets, values) => sets.flatMap((set) => values.map((value) => ({ ...set, ...value }))),
    [{}],
  );
}

/** The labels that a typed vector carries: those named, or any where the type is `string`. */
export type LabelSet = 'open' | ReadonlySet<string>;

export const NO_LABELS: LabelSet = new Set<string>();

export function labelSet(labels: Iterable<string>): LabelSet {
  return new Set(labels);
}

/** Whether the compiler takes `labels` where those of `of` are wanted. */
export function carries(of: LabelSet, labels: readonly string[]): boolean {
  return of === 'open' || labels.every((label) => of.has(label));
}

export function isSame(a: LabelSet, b: LabelSet): boolean {
  if (a === 'open' || b === 'open') return a === b;
  return a.size === b.size && [...a].every((label) => b.has(label));
}

/** `Exclude<L, K>`. */
export function without(of: LabelSet, labels: readonly string[]): LabelSet {
  return of === 'open' ? of : new Set([...of].filter((label) => !labels.includes(label)));
}

/** `L | K`. */
export function and(of: LabelSet, labels: readonly string[]): LabelSet {
  return of === 'open' ? of : new Set([...of, ...labels]);
}

/** `L & R`. */
export function common(a: LabelSet, b: LabelSet): LabelSet {
  if (a === 'open') return b;
  return b === 'open' ? a : new Set([...a].filter((label) => b.has(label)));
}

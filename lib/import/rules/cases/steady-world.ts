/** A series that is there all the time and whose value is a straight line. */
export interface SteadySeries {
  readonly name: string;
  readonly labels: LabelTexts;
  readonly start: number;
  readonly perSecond: number;
}

export type LabelTexts = Readonly<Record<string, string>>;

export interface Sample {
  /** `__name__` too, where the result has kept it. */
  readonly labels: LabelTexts;
  readonly value: number;
}

export type Value =
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'vector'; readonly samples: readonly Sample[] };

/** What an expression returns in a steady world cannot be said without running Prometheus. */
export class Unsteady extends Error {}

/** @throws Unsteady */
export function unsteady(reason: string): never {
  throw new Unsteady(reason);
}

export function valueAt({ start, perSecond }: SteadySeries, seconds: number): number {
  return start + perSecond * seconds;
}

/** The labels that two series have to share, as one text. */
export function signature(labels: LabelTexts, keep: (label: string) => boolean): string {
  return Object.keys(labels)
    .filter((label) => label !== '__name__' && labels[label] !== '' && keep(label))
    .sort()
    .map((label) => JSON.stringify([label, labels[label]]))
    .join();
}

export function pick(labels: LabelTexts, keep: (label: string) => boolean): LabelTexts {
  return Object.fromEntries(Object.entries(labels).filter(([label]) => keep(label)));
}

import type { Option } from './apply-regex.ts';

const COLLATORS = {
  plain: new Intl.Collator('en'),
  /** Without a difference between upper and lower case. */
  loose: new Intl.Collator('en', { sensitivity: 'accent' }),
  natural: new Intl.Collator('en', { sensitivity: 'accent', numeric: true }),
};

type Compare = (a: string, b: string) => number;

/** Grafana's numbers: the ascending ones; each next number is the same descending. */
const ORDERS: Readonly<Record<number, Compare>> = {
  1: COLLATORS.plain.compare,
  3: (a, b) => numberIn(a) - numberIn(b),
  5: COLLATORS.loose.compare,
  7: COLLATORS.natural.compare,
};

/** Sorts what can be chosen. `0` and unknown numbers leave the order as it is. */
export function sortOptions(options: readonly Option[], sort: number): readonly Option[] {
  const compare = ORDERS[sort] ?? ORDERS[sort - 1];
  if (compare === undefined) return options;
  const sorted = [...options].sort((a, b) => compare(a.text, b.text));
  return sort % 2 === 0 ? sorted.reverse() : sorted;
}

/** The first number in a text; texts without one come first. */
function numberIn(text: string): number {
  const digits = /\d+(?:\.\d+)?/.exec(text)?.[0];
  return digits === undefined ? -1 : Number(digits);
}

import type { Name } from './ast.ts';
import { hasVariables } from './variables.ts';

/** Whether the results carry a label. */
export type Presence = 'impossible' | 'possible' | 'guaranteed';

/** The labels of one branch of a query. */
export interface LabelSet {
  /** Whether there may be labels that are not listed. */
  readonly open: boolean;
  readonly labels: ReadonlyMap<string, Presence>;
}

export const NOTHING_KNOWN: LabelSet = { open: true, labels: new Map() };
export const NO_LABELS: LabelSet = { open: false, labels: new Map() };

/** Whether a branch carries a label. */
export function presenceIn({ open, labels }: LabelSet, label: string): Presence {
  return labels.get(label) ?? (open ? 'possible' : 'impossible');
}

/** Whether a query's results carry a label: `impossible` only when no branch does, `guaranteed` when all do. */
export function presenceOf(branches: readonly LabelSet[], label: string): Presence {
  const found = branches.map((branch) => presenceIn(branch, label));
  if (found.every((presence) => presence === 'impossible')) return 'impossible';
  return found.every((presence) => presence === 'guaranteed') ? 'guaranteed' : 'possible';
}

export function withLabel(set: LabelSet, label: string, presence: Presence): LabelSet {
  return { open: set.open, labels: new Map([...set.labels, [label, presence]]) };
}

/** Only these labels stay. A variable among them may be any. */
export function only(set: LabelSet, names: readonly Name[]): LabelSet {
  if (names.some(({ name }) => hasVariables(name))) return NOTHING_KNOWN;
  const labels = new Map(names.map(({ name }) => [name, presenceIn(set, name)] as const));
  return { open: false, labels };
}

/** These labels go. A variable among them may be any, so that nothing is certain any more. */
export function without(set: LabelSet, names: readonly Name[]): LabelSet {
  if (names.some(({ name }) => hasVariables(name))) return doubted(set);
  return names.reduce((left, { name }) => withLabel(left, name, 'impossible'), set);
}

function doubted(set: LabelSet): LabelSet {
  const entries = [...set.labels].map(([label, presence]) => {
    return [label, presence === 'guaranteed' ? 'possible' : presence] as const;
  });
  return { open: set.open, labels: new Map(entries) };
}

/** What may come out of either. */
export function either(left: LabelSet, right: LabelSet): LabelSet {
  return combine(left, right, left.open || right.open, (a, b) => (a === b ? a : 'possible'));
}

/** What both sides of a match agree on: a label that one side lacks is on neither. */
export function both(left: LabelSet, right: LabelSet): LabelSet {
  return combine(left, right, left.open && right.open, (a, b) => {
    if (a === 'impossible' || b === 'impossible') return 'impossible';
    return a === 'guaranteed' || b === 'guaranteed' ? 'guaranteed' : 'possible';
  });
}

function combine(
  left: LabelSet,
  right: LabelSet,
  open: boolean,
  join: (a: Presence, b: Presence) => Presence,
): LabelSet {
  const names = new Set([...left.labels.keys(), ...right.labels.keys()]);
  const entries = [...names].map(
    (name) => [name, join(presenceIn(left, name), presenceIn(right, name))] as const,
  );
  return { open, labels: new Map(entries) };
}

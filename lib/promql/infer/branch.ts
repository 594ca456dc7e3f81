import type { Expr } from '../ast.ts';
import { ANY_VALUE, type Interval } from './interval.ts';
import {
  disjoint,
  IMPOSSIBLE,
  impossible,
  type LabelState,
  POSSIBLE,
  widen,
} from './label-state.ts';
import type { Reason } from './reason.ts';

/** One way in which an expression returns series: `a or b` has those of `a` and those of `b`. */
export interface Branch {
  /** What is known of single labels, without `__name__`. */
  readonly labels: ReadonlyMap<string, LabelState>;
  /** Why a label that `labels` does not name is impossible. `undefined`: the set is open, such a label is possible. */
  readonly closed: Reason | undefined;
  /** The state of `__name__`. */
  readonly name: LabelState;
  /** Returns something at every moment, whatever is stored: `vector(0)`. */
  readonly always: boolean;
  /** Why it never returns anything. */
  readonly dead: Reason | undefined;
  readonly range: Interval;
}

export const NO_LABELS: ReadonlyMap<string, LabelState> = new Map();

/** Nothing is known. */
export const OPEN: Branch = {
  labels: NO_LABELS,
  closed: undefined,
  name: POSSIBLE,
  always: false,
  dead: undefined,
  range: ANY_VALUE,
};

/** One sample without labels at every moment. */
export function constantBranch(node: Expr, range: Interval): Branch {
  const closed: Reason = { code: 'no-labels', node };
  return { labels: NO_LABELS, closed, name: IMPOSSIBLE, always: true, dead: undefined, range };
}

export function stateOf(branch: Branch, label: string): LabelState {
  if (label === '__name__') return branch.name;
  return branch.labels.get(label) ?? (branch.closed === undefined ? POSSIBLE : IMPOSSIBLE);
}

/**
 * The state of a label inside an expression. Prometheus may remove a name as late as from the final result
 * (`promql-delayed-name-removal`), so that `by (__name__)` or `label_replace` still find it.
 */
export function innerStateOf(branch: Branch, label: string): LabelState {
  const state = stateOf(branch, label);
  return label === '__name__' && state.why?.code === 'drops-name' ? POSSIBLE : state;
}

/** The state of a label with the reason that the branch holds for it: fit for another branch. */
export function told(branch: Branch, label: string): LabelState {
  const state = stateOf(branch, label);
  return state === IMPOSSIBLE && branch.closed !== undefined ? impossible(branch.closed) : state;
}

/** Why the label is impossible on the branch. */
export function whyImpossible(branch: Branch, label: string): Reason | undefined {
  const state = stateOf(branch, label);
  return state.presence === 'impossible' ? (state.why ?? branch.closed) : undefined;
}

export function withoutName(branch: Branch, node: Expr, range = branch.range): Branch {
  const { labels, closed, name, always, dead } = branch;
  return {
    labels: withoutMetadata(labels),
    closed,
    name: name.presence === 'impossible' ? name : impossible({ code: 'drops-name', node }),
    always,
    dead,
    range,
  };
}

/** Labels that a feature flag of Prometheus treats as a part of the name. */
export const METADATA: ReadonlySet<string> = new Set(['__type__', '__unit__']);

function withoutMetadata(labels: Branch['labels']): Branch['labels'] {
  if (!labels.has('__type__') && !labels.has('__unit__')) return labels;
  return new Map([...labels].map(([l, state]) => [l, METADATA.has(l) ? POSSIBLE : state]));
}

export function dying(branch: Branch, why: Reason): Branch {
  return branch.dead === undefined ? { ...branch, always: false, dead: why } : branch;
}

/** Certainly a single series without labels. */
export function isBare(branch: Branch): boolean {
  if (branch.closed === undefined || branch.name.presence !== 'impossible') return false;
  for (const { presence } of branch.labels.values()) if (presence !== 'impossible') return false;
  return true;
}

/** The branches that return something; all of them where none does. */
export function live(branches: readonly Branch[]): readonly Branch[] {
  if (branches.length === 1) return branches;
  const alive = branches.filter((b) => b.dead === undefined);
  return alive.length === 0 ? branches : alive;
}

/** One branch that covers both. */
export function widenBranch(a: Branch, b: Branch, range: Interval): Branch {
  const labels = new Map<string, LabelState>();
  for (const label of a.labels.keys()) labels.set(label, widen(told(a, label), told(b, label)));
  for (const label of b.labels.keys()) {
    if (!a.labels.has(label)) labels.set(label, widen(told(a, label), told(b, label)));
  }
  return {
    labels,
    closed: b.closed && a.closed,
    name: widen(a.name, b.name),
    always: a.always || b.always,
    dead: b.dead && a.dead,
    range,
  };
}

/** Certainly no series of one has the labels of a series of the other. */
export function areSeparate(a: Branch, b: Branch): boolean {
  for (const [label, state] of a.labels) if (disjoint(state, stateOf(b, label))) return true;
  for (const [label, state] of b.labels) if (disjoint(state, stateOf(a, label))) return true;
  return false;
}

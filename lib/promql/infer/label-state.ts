import type { Reason } from './reason.ts';

/** Whether the series of a branch carry a label. */
export type Presence = 'impossible' | 'possible' | 'guaranteed';

/** What is known of one label of a branch. */
export interface LabelState {
  readonly presence: Presence;
  /** All values it can have where it is there; `undefined` where they are not known. Never the empty string. */
  readonly values: readonly string[] | undefined;
  /** Values that it cannot have; only where `values` is not known. */
  readonly except: readonly string[] | undefined;
  /** Of an impossible label, unless the branch holds the reason. */
  readonly why: Reason | undefined;
}

export const POSSIBLE = state('possible');
export const GUARANTEED = state('guaranteed');
/** Impossible for the reason that the branch is closed for. */
export const IMPOSSIBLE = state('impossible');

export function state(
  presence: Presence,
  values?: readonly string[],
  except?: readonly string[],
  why?: Reason,
): LabelState {
  // One shape for all, which V8 rewards.
  return { presence, values, except, why };
}

export function impossible(why: Reason): LabelState {
  return state('impossible', undefined, undefined, why);
}

/** There, with one of these values. */
export function guaranteed(...values: readonly string[]): LabelState {
  return state('guaranteed', values);
}

/** The label is equal on both: what a match of two sides leaves. */
export function meet(a: LabelState, b: LabelState): LabelState {
  if (a === b || b === POSSIBLE) return a;
  if (a === POSSIBLE) return b;
  if (a.presence === 'impossible') return a;
  if (b.presence === 'impossible') return b;
  const presence =
    a.presence === 'guaranteed' || b.presence === 'guaranteed' ? 'guaranteed' : 'possible';
  const values = commonValues(a, b);
  if (values !== undefined) return state(presence, values);
  if (a.except === undefined && b.except === undefined) return known(presence);
  return state(presence, undefined, [...(a.except ?? []), ...(b.except ?? [])]);
}

/** The label of a series that may come from either. */
export function widen(a: LabelState, b: LabelState): LabelState {
  if (a === b) return a;
  if (a.presence === 'impossible') return b.presence === 'impossible' ? a : maybe(b);
  if (b.presence === 'impossible') return maybe(a);
  const presence =
    a.presence === 'guaranteed' && b.presence === 'guaranteed' ? 'guaranteed' : 'possible';
  if (a.values && b.values) return state(presence, [...new Set([...a.values, ...b.values])]);
  return known(presence);
}

/** The same label, perhaps absent. */
export function maybe(of: LabelState): LabelState {
  if (of === GUARANTEED) return POSSIBLE;
  return of.presence === 'guaranteed' ? state('possible', of.values, of.except) : of;
}

/** No series of one side has the same value, or absence, of the label as a series of the other. */
export function disjoint(a: LabelState, b: LabelState): boolean {
  if (a.presence !== 'guaranteed' && b.presence !== 'guaranteed') return false;
  if (a === b) return false;
  if (a.presence === 'impossible' || b.presence === 'impossible') return true;
  return commonValues(a, b)?.length === 0;
}

function known(presence: 'possible' | 'guaranteed'): LabelState {
  return presence === 'guaranteed' ? GUARANTEED : POSSIBLE;
}

/** `undefined` where neither side's values are known. */
function commonValues(a: LabelState, b: LabelState): readonly string[] | undefined {
  if (a.values === undefined) return b.values && without(b.values, a.except);
  if (b.values === undefined) return without(a.values, b.except);
  const other = b.values;
  return a.values === other ? other : a.values.filter((v) => other.includes(v));
}

function without(values: readonly string[], except: readonly string[] | undefined) {
  return except === undefined ? values : values.filter((v) => !except.includes(v));
}

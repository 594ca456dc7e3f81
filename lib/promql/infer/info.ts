import type { Expr } from '../ast.ts';
import { type Branch, constantBranch, live, OPEN, stateOf, whyImpossible } from './branch.ts';
import type { Fact } from './fact.ts';
import { type InferredUnit, NUMBER } from './inferred-unit.ts';
import { constantOf, hull, type Interval } from './interval.ts';
import type { LabelState } from './label-state.ts';
import type { Reason } from './reason.ts';
import type { SampleKind } from './sample-kind.ts';

export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string' | 'unknown';

/** What is known of the result of one node. */
export interface Info {
  readonly type: ValueType;
  /** At least one; dead ones included. */
  readonly branches: readonly Branch[];
  readonly kind: SampleKind;
  /** `undefined`: not known. */
  readonly unit: InferredUnit | undefined;
  /** Of buckets and native histograms: the unit of an observation. */
  readonly observed: InferredUnit | undefined;
  /** Kind and unit rest on a metric's name instead of a declaration. */
  readonly guessed: boolean;
  /** Series were added up or averaged on the way. */
  readonly aggregated: boolean;
  /** About this node alone; see `Inference.facts` for those of a whole expression. */
  readonly facts: readonly Fact[];
}

export const NO_FACTS: readonly never[] = [];

export const UNKNOWN: Info = {
  type: 'unknown',
  branches: [OPEN],
  kind: 'unknown',
  unit: undefined,
  observed: undefined,
  guessed: true,
  aggregated: false,
  facts: NO_FACTS,
};

/** A number that is the same or computed without series. */
export function scalarInfo(node: Expr, range: Interval, unit: InferredUnit = NUMBER): Info {
  return {
    type: 'scalar',
    branches: [constantBranch(node, range)],
    kind: 'gauge',
    unit,
    observed: undefined,
    guessed: false,
    aggregated: false,
    facts: NO_FACTS,
  };
}

/** Returns something at every moment, whatever is stored. */
export function alwaysReturns(info: Info): boolean {
  return info.branches.some((b) => b.always);
}

/** Why the expression never returns anything; `undefined` where it may. */
export function neverReturns(info: Info): Reason | undefined {
  return info.branches.every((b) => b.dead !== undefined) ? info.branches[0]?.dead : undefined;
}

/** The value, where there is only one that the result can have. */
export function knownValue(info: Info): number | undefined {
  return constantOf(rangeOf(info));
}

/** All values that the result can have. */
export function rangeOf(info: Info): Interval {
  const [first = OPEN, ...rest] = live(info.branches);
  return rest.reduce((range, branch) => hull(range, branch.range), first.range);
}

/** A label over all branches. */
export interface LabelInfo {
  /** `partial`: impossible on some branches only. */
  readonly presence: LabelState['presence'] | 'partial';
  /** All values that the label can have; absent where they are not known. */
  readonly values?: readonly string[];
  /** Of an impossible or partial label. */
  readonly why?: Reason;
}

/**
 * What is known of a label of the result.
 *
 * @example
 * labelOf(infer(parsed('sum by (job) (up)'), env), 'instance') // { presence: 'impossible', why: … }
 */
export function labelOf(info: Info, label: string): LabelInfo {
  let impossible = 0;
  let guaranteed = 0;
  let why: Reason | undefined;
  let values: Set<string> | undefined = new Set();
  const branches = live(info.branches);
  for (const branch of branches) {
    const state = stateOf(branch, label);
    if (state.presence === 'impossible') {
      impossible++;
      why ??= whyImpossible(branch, label);
      continue;
    }
    if (state.presence === 'guaranteed') guaranteed++;
    if (state.values === undefined) values = undefined;
    else for (const value of state.values) values?.add(value);
  }
  if (impossible === branches.length) return { presence: 'impossible', ...(why && { why }) };
  const presence =
    impossible > 0 ? 'partial' : guaranteed === branches.length ? 'guaranteed' : 'possible';
  return { presence, ...(values && { values: [...values] }), ...(why && { why }) };
}

/** All labels that the result can have, sorted; `undefined` where a branch is open. */
export function labelsOf(info: Info): readonly string[] | undefined {
  const found = new Set<string>();
  for (const branch of live(info.branches)) {
    if (branch.closed === undefined) return undefined;
    for (const [label, { presence }] of branch.labels) {
      if (presence !== 'impossible') found.add(label);
    }
  }
  return [...found].sort();
}

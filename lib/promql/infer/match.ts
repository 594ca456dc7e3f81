import type { Binary, Matching } from '../ast.ts';
import { type Branch, innerStateOf, isBare, METADATA, stateOf } from './branch.ts';
import { disjoint } from './label-state.ts';
import { hasVariable } from './value-test.ts';

/** Which labels the two sides of a binary operator must agree on. */
export interface Match {
  readonly on: boolean;
  /** `on (labels)` or `ignoring (labels)`. */
  readonly labels: readonly string[];
  readonly group: Matching['group'];
  readonly fill: Matching['fill'];
  /** A label is a Grafana variable, so that it is not known which labels are compared. */
  readonly unknown: boolean;
}

const ALL_LABELS: Match = {
  on: false,
  labels: [],
  group: undefined,
  fill: undefined,
  unknown: false,
};

export function matchOf({ matching }: Binary): Match {
  if (matching === undefined) return ALL_LABELS;
  const { kind, labels, group, fill } = matching;
  return { on: kind === 'on', labels, group, fill, unknown: labels.some(hasVariable) };
}

export function compares(match: Match, label: string): boolean {
  if (match.on) return match.labels.includes(label);
  return label !== '__name__' && !METADATA.has(label) && !match.labels.includes(label);
}

/** A label on which no series of the one branch agrees with a series of the other. */
export function conflictOf(a: Branch, b: Branch, match: Match): string | undefined {
  if (match.unknown) return undefined;
  if (match.on) {
    return match.labels.find((l) => disjoint(innerStateOf(a, l), innerStateOf(b, l)));
  }
  for (const [label, state] of a.labels) {
    if (compares(match, label) && disjoint(state, stateOf(b, label))) return label;
  }
  for (const [label, state] of b.labels) {
    if (compares(match, label) && disjoint(state, a.labels.get(label) ?? stateOf(a, label))) {
      return label;
    }
  }
  return undefined;
}

/** Every series of one branch has a partner in the other as soon as that returns: no label that is compared is there. */
export function agreesAlways(a: Branch, b: Branch, match: Match): boolean {
  if (match.unknown) return false;
  if (match.on) return match.labels.every((l) => isMissing(a, l) && isMissing(b, l));
  return onlyIgnored(a, match) && onlyIgnored(b, match);
}

function isMissing(branch: Branch, label: string): boolean {
  return innerStateOf(branch, label).presence === 'impossible';
}

function onlyIgnored(branch: Branch, match: Match): boolean {
  if (isBare(branch)) return true;
  if (branch.closed === undefined) return false;
  for (const [label, { presence }] of branch.labels) {
    if (presence !== 'impossible' && compares(match, label)) return false;
  }
  return true;
}

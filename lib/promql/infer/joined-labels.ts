import type { Binary } from '../ast.ts';
import { type Branch, innerStateOf, stateOf, told } from './branch.ts';
import type { Side } from './fact.ts';
import {
  IMPOSSIBLE,
  impossible,
  type LabelState,
  maybe,
  meet,
  POSSIBLE,
  widen,
} from './label-state.ts';
import { compares, type Match } from './match.ts';
import type { Reason } from './reason.ts';

/** The labels of a result, and nothing else. */
export type Labelling = Pick<Branch, 'labels' | 'closed' | 'name'>;

/**
 * The labels of a pair that matched.
 *
 * @param many the side whose labels are kept, `one` the other
 * @param keepsName the operator is a filter
 */
export function joinedLabels(
  node: Binary,
  match: Match,
  many: Branch,
  one: Branch,
  keepsName: boolean,
): Labelling {
  if (match.unknown) return unknownLabels(many, one);
  if (match.fill !== undefined) return filledLabels(node, match, many, one, keepsName);
  if (match.group === undefined) {
    return match.on
      ? onLabels(node, match, many, one, keepsName)
      : agreedLabels(node, match, many, one, keepsName);
  }
  return groupLabels(node, match, many, one, keepsName);
}

/** Labels of the kept side, any of which may be gone. */
function unknownLabels(many: Branch, one: Branch): Labelling {
  const labels = new Map([...many.labels].map(([label, state]) => [label, maybe(state)]));
  return { labels, closed: one.closed && many.closed, name: POSSIBLE };
}

/** One to one `on (labels)`: those, equal on both. */
function onLabels(node: Binary, match: Match, a: Branch, b: Branch, keepsName: boolean): Labelling {
  const closed: Reason = { code: 'matched-on', node };
  const labels = new Map<string, LabelState>();
  for (const label of match.labels) {
    if (label !== '__name__') labels.set(label, equal(node, a, b, label));
  }
  if (!match.labels.includes('__name__')) return { labels, closed, name: IMPOSSIBLE };
  return { labels, closed, name: keepsName ? POSSIBLE : nameless(node, a) };
}

/** One to one on all labels, less those that `ignoring` names. */
function agreedLabels(
  node: Binary,
  match: Match,
  a: Branch,
  b: Branch,
  keepsName: boolean,
): Labelling {
  const name = keepsName ? a.name : nameless(node, a);
  const closed = a.closed ?? otherSide(node, b, 'right');
  if (a.labels === b.labels && match.labels.length === 0) {
    return { labels: a.labels, closed, name };
  }
  const labels = new Map<string, LabelState>();
  for (const label of a.labels.keys()) labels.set(label, equal(node, a, b, label));
  for (const label of b.labels.keys()) {
    if (!labels.has(label)) labels.set(label, equal(node, a, b, label));
  }
  for (const label of match.labels) {
    if (label !== '__name__' && stateOf(a, label).presence !== 'impossible') {
      labels.set(label, impossible({ code: 'matched-ignoring', node, subject: label }));
    }
  }
  return { labels, closed, name };
}

/** `group_left` and `group_right`: the many side's labels, and those included from the one side. */
function groupLabels(
  node: Binary,
  match: Match,
  many: Branch,
  one: Branch,
  keepsName: boolean,
): Labelling {
  const oneSide = match.group?.side === 'right' ? 'left' : 'right';
  const labels = new Map(many.labels);
  let { closed } = many;
  if (match.on) {
    for (const label of match.labels) {
      if (label !== '__name__') labels.set(label, equal(node, many, one, label));
    }
  } else {
    for (const label of new Set([...many.labels.keys(), ...one.labels.keys()])) {
      if (compares(match, label)) labels.set(label, equal(node, many, one, label));
    }
    if (closed === undefined && one.closed !== undefined) {
      closed = otherSide(node, one, oneSide);
      // Ignored labels are the many side's own.
      for (const label of match.labels) labels.set(label, stateOf(many, label));
    }
  }
  let name = keepsName ? many.name : nameless(node, many);
  for (const label of match.group?.include ?? []) {
    const state = innerStateOf(one, label);
    if (label === '__name__') name = POSSIBLE;
    else {
      const missing: Reason = { code: 'include-missing', node, subject: oneSide };
      labels.set(label, state.presence === 'impossible' ? impossible(missing) : state);
    }
  }
  return { labels, closed, name };
}

/**
 * With `fill` a series without a partner is matched with a number: the labels of either side, as far as they are
 * compared or kept.
 */
function filledLabels(
  node: Binary,
  match: Match,
  many: Branch,
  one: Branch,
  keepsName: boolean,
): Labelling {
  const oneToOne = match.group === undefined;
  const labels = new Map<string, LabelState>();
  for (const label of new Set(filledNames(match, many, one))) {
    const kept = told(many, label);
    if (compares(match, label)) labels.set(label, widen(kept, told(one, label)));
    else if (match.group?.include.includes(label))
      labels.set(label, maybe(widen(kept, told(one, label))));
    else if (!oneToOne) labels.set(label, maybe(kept));
    else labels.set(label, impossible({ code: 'matched-ignoring', node, subject: label }));
  }
  labels.delete('__name__');
  if (match.on && oneToOne) {
    const closed: Reason = { code: 'matched-on', node };
    return {
      labels,
      closed,
      name: match.labels.includes('__name__') ? POSSIBLE : impossible(closed),
    };
  }
  const closed = match.on ? many.closed : many.closed && one.closed;
  const name = keepsName ? maybe(many.name) : nameless(node, many);
  return { labels, closed, name };
}

function* filledNames(match: Match, many: Branch, one: Branch): Generator<string> {
  yield* match.labels;
  if (match.on && match.group === undefined) return;
  yield* match.group?.include ?? [];
  yield* many.labels.keys();
  yield* one.labels.keys();
}

/** The label is the same on both sides. */
function equal(node: Binary, a: Branch, b: Branch, label: string): LabelState {
  const left = stateOf(a, label);
  const right = stateOf(b, label);
  if (left.presence === 'impossible') return left === IMPOSSIBLE ? told(a, label) : left;
  if (right.presence !== 'impossible') return meet(left, right);
  return impossible({ code: 'other-side', node, subject: 'other' });
}

function otherSide(node: Binary, other: Branch, side: Side): Reason | undefined {
  return other.closed && { code: 'other-side', node, subject: side };
}

function nameless(node: Binary, of: Branch): LabelState {
  return of.name.presence === 'impossible' ? of.name : impossible({ code: 'drops-name', node });
}

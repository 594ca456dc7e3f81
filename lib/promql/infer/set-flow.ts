import type { Binary } from '../ast.ts';
import { type Branch, dying, live, stateOf, told, widenBranch } from './branch.ts';
import type { JoinFact } from './fact.ts';
import type { Info } from './info.ts';
import { hull } from './interval.ts';
import type { Conflict, Join } from './join-flow.ts';
import { IMPOSSIBLE, impossible, type LabelState, meet } from './label-state.ts';
import { agreesAlways, compares, conflictOf, type Match } from './match.ts';

/** `left and right`: series of the left that have a partner on the right. */
export function andBranches(node: Binary, match: Match, left: Info, right: Info): Join {
  const partners = live(right.branches);
  const conflicts: Conflict[] = [];
  const branches = left.branches.map((branch) => {
    const matching = partners.filter((p) => conflictOf(branch, p, match) === undefined);
    const [first, ...rest] = matching.length === 0 ? partners : matching;
    if (first === undefined) return branch;
    const other = rest.reduce((a, b) => widenBranch(a, b, hull(a.range, b.range)), first);
    const kept = {
      ...agreed(node, match, branch, other),
      always: alwaysTogether(match, branch, other),
    };
    if (branch.dead !== undefined) return kept;
    if (matching.length === 0) {
      const label = conflictOf(branch, first, match) ?? '';
      conflicts.push({ label, left: branch, right: first });
      return dying(kept, { code: 'match-never', node, subject: label });
    }
    return other.dead === undefined ? kept : dying(kept, other.dead);
  });
  return { branches, conflicts, verdicts: [] };
}

function alwaysTogether(match: Match, a: Branch, b: Branch): boolean {
  return a.always && b.always && agreesAlways(a, b, match);
}

/** The left branch, of which only series remain that agree with the right on what is compared. */
function agreed(node: Binary, match: Match, left: Branch, right: Branch): Branch {
  if (match.unknown) return left;
  const compared = match.on
    ? match.labels
    : [...left.labels.keys(), ...right.labels.keys()].filter((l) => compares(match, l));
  const labels = new Map(left.labels);
  for (const label of compared) {
    if (label !== '__name__') labels.set(label, equal(node, left, right, label));
  }
  if (match.on || left.closed !== undefined || right.closed === undefined) {
    return { ...left, labels };
  }
  // What the right side cannot have, the left must not have; labels that are ignored are its own.
  for (const label of match.labels) {
    if (label !== '__name__') labels.set(label, stateOf(left, label));
  }
  return { ...left, labels, closed: { code: 'other-side', node, subject: 'right' } };
}

function equal(node: Binary, left: Branch, right: Branch, label: string): LabelState {
  const state = stateOf(left, label);
  if (state.presence === 'impossible') return state === IMPOSSIBLE ? told(left, label) : state;
  const other = stateOf(right, label);
  if (other.presence !== 'impossible') return meet(state, other);
  return impossible({ code: 'other-side', node, subject: 'right' });
}

/** `left unless right`: series of the left that have no partner on the right. */
export function unlessBranches(node: Binary, match: Match, left: Info, right: Info): Join {
  const removing = live(right.branches).filter((b) => b.always);
  const conflicts: Conflict[] = [];
  const branches = left.branches.map((branch) => {
    if (removing.some((r) => agreesAlways(branch, r, match))) {
      return dying(branch, { code: 'always-removed', node });
    }
    const conflict = conflictWithAll(match, branch, live(right.branches));
    if (conflict && branch.dead === undefined) conflicts.push(conflict);
    return { ...branch, always: false };
  });
  return { branches, conflicts, verdicts: [] };
}

function conflictWithAll(
  match: Match,
  left: Branch,
  right: readonly Branch[],
): Conflict | undefined {
  let found: Conflict | undefined;
  for (const other of right) {
    const label = conflictOf(left, other, match);
    if (label === undefined) return undefined;
    found ??= { label, left, right: other };
  }
  return found;
}

/** `left or right`: all of the left, and those of the right that have no partner there. */
export function orBranches(node: Binary, match: Match, left: Info, right: Info): readonly Branch[] {
  const covering = live(left.branches).filter((b) => b.always);
  const added = right.branches.map((branch) =>
    covering.some((l) => agreesAlways(l, branch, match))
      ? dying(branch, { code: 'always-shadowed', node })
      : branch,
  );
  return [...left.branches, ...added];
}

/** What is wrong with an `or`, if anything. `branches` is its result. */
export function orFact(
  node: Binary,
  match: Match,
  left: Info,
  right: Info,
  branches: readonly Branch[],
): JoinFact | undefined {
  const added = branches.slice(left.branches.length);
  if (added.every((b) => b.dead?.code === 'always-shadowed'))
    return { kind: 'or-unreachable', node };
  if (match.unknown) return undefined;
  const [x, y] = [live(left.branches), live(right.branches)];
  const labels = clashing(match, x, y);
  if (labels === undefined || labels.length === 0) return undefined;
  return { kind: 'or-label-clash', node, labels, certain: labels.some((l) => isCertain(l, x, y)) };
}

/** Labels that all branches of one side can have and none of the other; `undefined` where a branch is open or dead. */
function clashing(
  match: Match,
  left: readonly Branch[],
  right: readonly Branch[],
): readonly string[] | undefined {
  const all = [...left, ...right];
  if (all.some((b) => b.dead !== undefined)) return undefined;
  const names = new Set(all.flatMap((b) => [...b.labels.keys()]));
  return [...names].filter(
    (l) => compares(match, l) && (isOneSided(l, left, right) || isOneSided(l, right, left)),
  );
}

function isOneSided(label: string, having: readonly Branch[], lacking: readonly Branch[]): boolean {
  return (
    having.every((b) => stateOf(b, label).presence !== 'impossible') &&
    lacking.every((b) => stateOf(b, label).presence === 'impossible')
  );
}

function isCertain(label: string, left: readonly Branch[], right: readonly Branch[]): boolean {
  const having = left.every((b) => stateOf(b, label).presence === 'impossible') ? right : left;
  return having.every((b) => stateOf(b, label).presence === 'guaranteed');
}

import type { Binary } from '../ast.ts';
import { type Branch, innerStateOf, live, stateOf, whyImpossible } from './branch.ts';
import type { JoinFact, Side } from './fact.ts';
import type { Conflict } from './join-flow.ts';
import { compares, type Match } from './match.ts';
import { hasVariable } from './value-test.ts';

/**
 * What is wrong with a match of two vectors.
 *
 * @param conflicts branches of the kept side without a partner
 * @param kept the number of live branches on that side
 */
export function joinFacts(
  node: Binary,
  match: Match,
  leftBranches: readonly Branch[],
  rightBranches: readonly Branch[],
  conflicts: readonly Conflict[],
  kept: number,
): readonly JoinFact[] {
  const left = live(leftBranches);
  const right = live(rightBranches);
  // Nothing new about operands that never return.
  if (isDead(left) || isDead(right)) return [];
  const facts: JoinFact[] = [];
  const [conflict] = conflicts;
  if (conflict) facts.push(matchNever(node, conflict, conflicts.length < kept));
  if (match.on) addOnFacts(facts, node, match, left, right);
  else addIgnoringFacts(facts, node, match, left, right);
  if (isSetOp(node)) return facts;
  addIncludeFacts(facts, node, match, left, right);
  if (conflict === undefined) addCardinalityFacts(facts, node, match, left, right);
  return facts;
}

function isDead(branches: readonly Branch[]): boolean {
  return branches.every((b) => b.dead !== undefined);
}

function isSetOp({ op }: Binary): boolean {
  return op === 'and' || op === 'or' || op === 'unless';
}

function matchNever(node: Binary, { label, left, right }: Conflict, partial: boolean): JoinFact {
  const x = innerStateOf(left, label);
  const y = innerStateOf(right, label);
  const missing =
    x.presence === 'impossible' ? 'left' : y.presence === 'impossible' ? 'right' : undefined;
  const why = missing && whyImpossible(missing === 'left' ? left : right, label);
  return {
    kind: 'match-never',
    node,
    label,
    ...(missing && { missing }),
    left: x.values,
    right: y.values,
    ...(why && { why }),
    partial,
  };
}

function addOnFacts(
  facts: JoinFact[],
  node: Binary,
  match: Match,
  left: readonly Branch[],
  right: readonly Branch[],
): void {
  for (const label of match.labels) {
    if (hasVariable(label)) continue;
    const [l, r] = [lacks(left, label), lacks(right, label)];
    if (!l && !r) continue;
    const side = l && r ? 'both' : l ? 'left' : 'right';
    const [first] = l ? left : right;
    const why = first && whyImpossible(first, label);
    facts.push({ kind: 'on-label-impossible', node, label, side, ...(why && { why }) });
  }
}

function addIgnoringFacts(
  facts: JoinFact[],
  node: Binary,
  match: Match,
  left: readonly Branch[],
  right: readonly Branch[],
): void {
  for (const label of match.labels) {
    if (label === '__name__' || hasVariable(label)) continue;
    if (lacks(left, label) && lacks(right, label))
      facts.push({ kind: 'ignoring-noop', node, label });
  }
}

function lacks(branches: readonly Branch[], label: string): boolean {
  return branches.every((b) => innerStateOf(b, label).presence === 'impossible');
}

function addIncludeFacts(
  facts: JoinFact[],
  node: Binary,
  match: Match,
  left: readonly Branch[],
  right: readonly Branch[],
): void {
  if (match.group === undefined) return;
  const [side, one, many]: [Side, readonly Branch[], readonly Branch[]] =
    match.group.side === 'left' ? ['right', right, left] : ['left', left, right];
  for (const label of match.group.include) {
    if (hasVariable(label)) continue;
    const [first] = one;
    if (lacks(one, label)) {
      const why = first && whyImpossible(first, label);
      facts.push({ kind: 'include-impossible', node, label, side, ...(why && { why }) });
    } else if (many.every((b) => innerStateOf(b, label).presence === 'guaranteed')) {
      facts.push({ kind: 'include-present', node, label, side: match.group.side });
    }
  }
}

/** Series of one side that differ in a label which is not compared. */
function addCardinalityFacts(
  facts: JoinFact[],
  node: Binary,
  match: Match,
  left: readonly Branch[],
  right: readonly Branch[],
): void {
  if (match.unknown) return;
  const sides = [
    ['left', left],
    ['right', right],
  ] as const;
  for (const [side, branches] of sides) {
    if (match.group?.side === side) continue;
    const found = severalIn(match, branches);
    if (found === undefined) continue;
    const kind = match.group === undefined ? 'many-to-one' : 'group-side-wrong';
    facts.push({ kind, node, side, label: found.label, values: found.values });
  }
}

/** A label with several known values that all series carry and the match does not compare. */
function severalIn(
  match: Match,
  [branch, ...others]: readonly Branch[],
): { readonly label: string; readonly values: readonly string[] } | undefined {
  if (branch === undefined || others.length > 0) return undefined;
  for (const label of branch.labels.keys()) {
    const { presence, values = [] } = stateOf(branch, label);
    // Targets differ in more than their job, so that a job tells nothing about what else is the same.
    if (label === 'job' || label === 'instance' || compares(match, label)) continue;
    if (presence === 'guaranteed' && values.length > 1) return { label, values };
  }
  return undefined;
}

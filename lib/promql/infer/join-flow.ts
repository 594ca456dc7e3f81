import type { ArithmeticOp, Binary, ComparisonOp } from '../ast.ts';
import { type Branch, dying, isBare, live, widenBranch } from './branch.ts';
import { arithmetic, filtered, hull, type Interval, verdict, ZERO_OR_ONE } from './interval.ts';
import { joinedLabels } from './joined-labels.ts';
import { conflictOf, type Match } from './match.ts';
import type { Reason } from './reason.ts';

/** A pair of branches of which no series match. */
export interface Conflict {
  readonly label: string;
  readonly left: Branch;
  readonly right: Branch;
}

export interface Join {
  readonly branches: readonly Branch[];
  /** Of the branches of the kept side that find no partner. */
  readonly conflicts: readonly Conflict[];
  /** How the comparison turns out for each live branch of the left side. */
  readonly verdicts: readonly ('always' | 'never' | undefined)[];
}

/** Arithmetic or a comparison between two vectors: one branch for each branch of the many side. */
export function join(
  node: Binary & { readonly op: ArithmeticOp | ComparisonOp },
  match: Match,
  left: readonly Branch[],
  right: readonly Branch[],
): Join {
  const flipped = match.group?.side === 'right';
  const many = flipped ? right : left;
  const ones = live(flipped ? left : right);
  const conflicts: Conflict[] = [];
  const verdicts: ('always' | 'never' | undefined)[] = [];
  const branches = many.map((branch) => {
    const partners = match.fill
      ? ones
      : ones.filter((o) => conflictOf(branch, o, match) === undefined);
    const matched = partners.length > 0;
    const one = widest(matched ? partners : ones);
    const [l, r] = flipped ? [one, branch] : [branch, one];
    const joined = pair(node, match, branch, one, l.range, r.range);
    if (branch.dead !== undefined) return joined;
    if (!matched) {
      const label = conflictOf(branch, ones[0] ?? branch, match) ?? '';
      const [x, y] = flipped ? [ones[0] ?? branch, branch] : [branch, ones[0] ?? branch];
      conflicts.push({ label, left: x, right: y });
      return dying(joined, { code: 'match-never', node, subject: label });
    }
    if (isComparison(node.op) && joined.dead === undefined && !match.fill) {
      const outcome = verdict(node.op, l.range, r.range);
      verdicts.push(outcome);
      const why: Reason = { code: 'comparison-never', node };
      if (outcome === 'never' && !node.bool) return dying(joined, why);
    }
    return joined;
  });
  return { branches, conflicts, verdicts };
}

function pair(
  node: Binary & { readonly op: ArithmeticOp | ComparisonOp },
  match: Match,
  many: Branch,
  one: Branch,
  left: Interval,
  right: Interval,
): Branch {
  const keepsName = isComparison(node.op) && !node.bool;
  const dead = deathOf(match, many, one);
  const { labels, closed, name } = joinedLabels(node, match, many, one, keepsName);
  return {
    labels,
    closed,
    name,
    always:
      dead === undefined && !keepsName && many.always && one.always && meetAlways(match, many, one),
    dead,
    range: match.fill
      ? hull(rangeOf(node, left, right), { min: -Infinity, max: Infinity, nan: true })
      : rangeOf(node, left, right),
  };
}

function meetAlways(match: Match, many: Branch, one: Branch): boolean {
  return isBare(many) && isBare(one) && !match.unknown;
}

/** A side that never returns takes the result with it, unless the other side's series are filled up. */
function deathOf(match: Match, many: Branch, one: Branch): Reason | undefined {
  const flipped = match.group?.side === 'right';
  const [left, right] = flipped ? [one, many] : [many, one];
  if (left.dead && right.dead) return left.dead;
  if (left.dead && match.fill?.left === undefined) return left.dead;
  return right.dead && match.fill?.right === undefined ? right.dead : undefined;
}

function widest([first, ...rest]: readonly Branch[]): Branch {
  return rest.reduce((a, b) => widenBranch(a, b, hull(a.range, b.range)), first as Branch);
}

export function rangeOf(
  node: Binary & { readonly op: ArithmeticOp | ComparisonOp },
  left: Interval,
  right: Interval,
): Interval {
  if (!isComparison(node.op)) return arithmetic(node.op, left, right);
  return node.bool ? boolRange(node.op, left, right) : filtered(node.op, left, right);
}

function boolRange(op: ComparisonOp, left: Interval, right: Interval): Interval {
  const outcome = verdict(op, left, right);
  if (outcome === undefined) return ZERO_OR_ONE;
  const value = outcome === 'always' ? 1 : 0;
  return { min: value, max: value, nan: false };
}

export function isComparison(op: Binary['op']): op is ComparisonOp {
  return COMPARISONS.has(op);
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=', '</', '>/']);

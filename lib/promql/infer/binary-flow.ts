import type { ArithmeticOp, Binary, ComparisonOp } from '../ast.ts';
import { type Branch, dying, withoutName } from './branch.ts';
import type { Fact } from './fact.ts';
import { type InferredUnit, STATE } from './inferred-unit.ts';
import { type Info, knownValue, NO_FACTS, rangeOf, scalarInfo } from './info.ts';
import { filtered, type Interval, MIRRORED, verdict } from './interval.ts';
import { joinFacts } from './join-facts.ts';
import { isComparison, join, type Join, rangeOf as rangeOfPair } from './join-flow.ts';
import { type Match, matchOf } from './match.ts';
import { combinedKind, eitherKind, isNativeHistogram, type SampleKind } from './sample-kind.ts';
import { andBranches, orBranches, orFact, unlessBranches } from './set-flow.ts';
import { agreement, either, unitOf } from './unit-algebra.ts';

type Operator = Binary & { readonly op: ArithmeticOp | ComparisonOp };

export function binaryInfo(node: Binary, left: Info, right: Info): Info {
  if (isOperator(node)) {
    if (left.type === 'scalar' && right.type === 'scalar') return ofScalars(node, left, right);
    if (left.type === 'scalar') return withScalar(node, right, left, 'left');
    if (right.type === 'scalar') return withScalar(node, left, right, 'right');
    return ofVectors(node, left, right);
  }
  return ofSets(node, left, right);
}

function isOperator(node: Binary): node is Operator {
  return node.op !== 'and' && node.op !== 'or' && node.op !== 'unless';
}

function ofScalars(node: Operator, left: Info, right: Info): Info {
  // A comparison of scalars is always `bool`.
  const range = rangeOfPair({ ...node, bool: true }, rangeOf(left), rangeOf(right));
  return {
    ...scalarInfo(node, range),
    unit: unitOfOperator(node, left, right),
    guessed: left.guessed || right.guessed,
    facts: joined(unitFacts(node, left, right), scalarVerdict(node, left, right)),
  };
}

function scalarVerdict(node: Operator, left: Info, right: Info): readonly Fact[] {
  if (!isComparison(node.op)) return NO_FACTS;
  return verdictFacts(node, [verdict(node.op, rangeOf(left), rangeOf(right))], left, right);
}

/** `side`: where the scalar stands. */
function withScalar(node: Operator, vector: Info, scalar: Info, side: 'left' | 'right'): Info {
  const value = rangeOf(scalar);
  const verdicts: ('always' | 'never' | undefined)[] = [];
  const comparesHistogram =
    isComparison(node.op) &&
    isNativeHistogram(vector.kind) &&
    !vector.guessed &&
    !TRIMS.has(node.op);
  const branches = vector.branches.map((branch) => {
    const [l, r] = side === 'left' ? [value, branch.range] : [branch.range, value];
    if (!isComparison(node.op)) return withoutName(branch, node, rangeOfPair(node, l, r));
    const outcome = verdict(node.op, l, r);
    if (branch.dead === undefined) verdicts.push(outcome);
    const kept = node.bool
      ? withoutName(branch, node, rangeOfPair(node, l, r))
      : filteredBranch(node.op, branch, value, side, outcome);
    if (comparesHistogram) return dying(kept, { code: 'compares-histogram', node });
    return outcome === 'never' && !node.bool
      ? dying(kept, { code: 'comparison-never', node })
      : kept;
  });
  const [left, right] = side === 'left' ? [scalar, vector] : [vector, scalar];
  return {
    type: 'vector',
    branches,
    kind: kindOfOperator(node, vector.kind),
    unit: unitOfOperator(node, left, right),
    observed: vector.observed,
    guessed: left.guessed || right.guessed,
    aggregated: vector.aggregated,
    facts: joined(unitFacts(node, left, right), verdictFacts(node, verdicts, left, right)),
  };
}

const TRIMS: ReadonlySet<ComparisonOp> = new Set(['</', '>/']);

/** The vector's series that pass; the value stays the vector's wherever the scalar stands. */
function filteredBranch(
  op: ComparisonOp,
  branch: Branch,
  value: Interval,
  side: 'left' | 'right',
  outcome: 'always' | 'never' | undefined,
): Branch {
  const range = filtered(side === 'left' ? MIRRORED[op] : op, branch.range, value);
  return { ...branch, range, always: branch.always && outcome === 'always' };
}

/** A scaled counter is a counter. */
function kindOfOperator(node: Operator, kind: SampleKind): SampleKind {
  if (node.bool) return 'state';
  if (isComparison(node.op) || node.op === '*' || node.op === '/') return kind;
  return kind === 'counter' || kind === 'bucket' || kind === 'state' || kind === 'info'
    ? 'gauge'
    : kind;
}

function ofVectors(node: Operator, left: Info, right: Info): Info {
  const match = matchOf(node);
  const result = join(node, match, left.branches, right.branches);
  return {
    type: 'vector',
    branches: result.branches,
    kind: kindOfJoin(node, left.kind, right.kind),
    unit: unitOfOperator(node, left, right),
    observed: left.observed ?? right.observed,
    guessed: left.guessed || right.guessed,
    aggregated: left.aggregated || right.aggregated,
    facts: joined(
      unitFacts(node, left, right),
      joined(
        factsOfJoin(node, match, left, right, result),
        verdictFacts(node, result.verdicts, left, right),
      ),
    ),
  };
}

function kindOfJoin(node: Operator, left: SampleKind, right: SampleKind): SampleKind {
  if (!isComparison(node.op)) return combinedKind(left, right);
  return node.bool ? 'state' : left;
}

/** Mostly both are empty. */
function joined(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

function factsOfJoin(node: Binary, match: Match, left: Info, right: Info, result: Join) {
  if (match.fill) return NO_FACTS;
  const kept = match.group?.side === 'right' ? right.branches : left.branches;
  const alive = kept.filter((b) => b.dead === undefined).length;
  return joinFacts(node, match, left.branches, right.branches, result.conflicts, alive);
}

function ofSets(node: Binary, left: Info, right: Info): Info {
  const match = matchOf(node);
  return node.op === 'or'
    ? ofOr(node, match, left, right)
    : ofIntersection(node, match, left, right);
}

function ofOr(node: Binary, match: Match, left: Info, right: Info): Info {
  const branches = orBranches(node, match, left, right);
  const fact = orFact(node, match, left, right, branches);
  return {
    type: 'vector',
    branches,
    kind: kindOfOr(left, right),
    unit: either(left.unit, right.unit),
    observed: left.observed,
    guessed: left.guessed || right.guessed,
    aggregated: left.aggregated || right.aggregated,
    facts: joined(unitFacts(node, left, right), fact ? [fact] : NO_FACTS),
  };
}

/** `and` and `unless`. */
function ofIntersection(node: Binary, match: Match, left: Info, right: Info): Info {
  const result = (node.op === 'and' ? andBranches : unlessBranches)(node, match, left, right);
  const removed = result.branches.every((b) => b.dead?.code === 'always-removed');
  return {
    type: 'vector',
    branches: result.branches,
    kind: left.kind,
    unit: left.unit,
    observed: left.observed,
    guessed: left.guessed,
    aggregated: left.aggregated,
    facts: joined(
      factsOfJoin(node, match, left, right, result),
      removed ? [{ kind: 'unless-always', node }] : NO_FACTS,
    ),
  };
}

/** `x or vector(0)` is what `x` is. */
function kindOfOr(left: Info, right: Info): SampleKind {
  if (right.unit?.role === 'number') return left.kind;
  return left.unit?.role === 'number' ? right.kind : eitherKind(left.kind, right.kind);
}

function unitOfOperator(node: Operator, left: Info, right: Info): InferredUnit | undefined {
  if (!isComparison(node.op)) {
    return unitOf(node.op, left.unit, right.unit, knownValue(left), knownValue(right));
  }
  if (node.bool) return STATE;
  return left.type === 'scalar' ? right.unit : left.unit;
}

function unitFacts(node: Binary, left: Info, right: Info): readonly Fact[] {
  if (left.unit === undefined || right.unit === undefined || !NEEDS_AGREEMENT.has(node.op)) {
    return NO_FACTS;
  }
  const found = agreement(left.unit, right.unit);
  if (found === 'same' || shiftsMoment(node, left.unit, right.unit)) return NO_FACTS;
  const guessed = left.guessed || right.guessed;
  return [
    { kind: 'unit-mismatch', node, left: left.unit, right: right.unit, agreement: found, guessed },
  ];
}

const NEEDS_AGREEMENT: ReadonlySet<string> = new Set([
  '+',
  '-',
  '==',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
  'or',
]);

/** A moment and a length of time may be added. */
function shiftsMoment(node: Binary, left: InferredUnit, right: InferredUnit): boolean {
  return (
    (node.op === '+' || node.op === '-') &&
    unitOf(node.op, left, right, undefined, undefined) !== undefined
  );
}

function verdictFacts(
  node: Operator,
  verdicts: readonly ('always' | 'never' | undefined)[],
  left: Info,
  right: Info,
): readonly Fact[] {
  const outcome = verdicts.find((v) => v === 'never') ?? verdicts.find((v) => v === 'always');
  if (outcome === undefined) return NO_FACTS;
  const partial = verdicts.some((v) => v !== outcome);
  const [l, r] = [rangeOf(left), rangeOf(right)];
  return [{ kind: 'comparison-constant', node, outcome, left: l, right: r, partial }];
}

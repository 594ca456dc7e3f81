import type { Aggregate, AggregateOp } from '../ast.ts';
import {
  areSeparate,
  type Branch,
  innerStateOf,
  isBare,
  live,
  NO_LABELS,
  stateOf,
  told,
  widenBranch,
} from './branch.ts';
import type { AggregateFact } from './fact.ts';
import { COUNT, type InferredUnit, STATE } from './inferred-unit.ts';
import { type Info, labelOf, NO_FACTS } from './info.ts';
import { ANY_VALUE, AT_LEAST_ONE, hull, type Interval, NOT_NEGATIVE, ONE } from './interval.ts';
import { GUARANTEED, IMPOSSIBLE, impossible, type LabelState, maybe } from './label-state.ts';
import type { Reason } from './reason.ts';
import { aggregatedKind, isNativeHistogram } from './sample-kind.ts';
import { averaged, raised, summed } from './unit-algebra.ts';
import { hasVariable } from './value-test.ts';

/** The result of `op by (…) (of)`. */
export function aggregateInfo(node: Aggregate, of: Info): Info {
  const branches = picksSeries(node.op)
    ? of.branches.map((b) => ({ ...b, always: false }))
    : merged(
        node.op,
        of.branches.map((b) => aggregated(node, b)),
      );
  return {
    type: 'vector',
    branches,
    kind: aggregatedKind(node.op, of.kind),
    unit: unitOfAggregate(node.op, of.unit),
    observed: of.observed,
    guessed: of.guessed && !COUNTS.has(node.op),
    aggregated: of.aggregated || !picksSeries(node.op),
    facts: factsOf(node, of),
  };
}

/** `topk` and the like return series of their operand as they are. */
function picksSeries(op: AggregateOp): boolean {
  return op === 'topk' || op === 'bottomk' || op === 'limitk' || op === 'limit_ratio';
}

const COUNTS: ReadonlySet<AggregateOp> = new Set(['count', 'group', 'count_values']);

function aggregated(node: Aggregate, of: Branch): Branch {
  const range = rangeOfAggregate(node, of.range, isBare(of));
  const branch =
    node.grouping?.kind === 'without' ? grouped(node, of, range) : keptOnly(node, of, range);
  return node.op === 'count_values' ? withValueLabel(node, branch) : branch;
}

/** `by (labels)`: those, as far as the operand has them. */
function keptOnly(node: Aggregate, of: Branch, range: Interval): Branch {
  const by = node.grouping?.labels ?? [];
  if (by.some(hasVariable)) return perhapsKept(of, range);
  const why: Reason = { code: by.length === 0 ? 'aggregated-away' : 'aggregated-by', node };
  let labels: Map<string, LabelState> | undefined;
  for (const label of by) {
    if (label !== '__name__') (labels ??= new Map()).set(label, told(of, label));
  }
  const name = by.includes('__name__') ? of.name : IMPOSSIBLE;
  return {
    labels: labels ?? NO_LABELS,
    closed: why,
    name,
    always: of.always,
    dead: of.dead,
    range,
  };
}

/** `by ($label)`: any of the operand's labels may remain. */
function perhapsKept(of: Branch, range: Interval): Branch {
  const labels = new Map([...of.labels].map(([label, state]) => [label, maybe(state)]));
  return { ...of, labels, name: maybe(of.name), range };
}

/** `without (labels)`: all but those and the metric name. */
function grouped(node: Aggregate, of: Branch, range: Interval): Branch {
  const without = node.grouping?.labels ?? [];
  if (without.some(hasVariable)) return perhapsKept({ ...of, name: nameless(node) }, range);
  const labels = new Map(of.labels);
  for (const label of without) {
    if (label !== '__name__' && stateOf(of, label).presence !== 'impossible') {
      labels.set(label, impossible({ code: 'aggregated-without', node, subject: label }));
    }
  }
  return { ...of, labels, name: nameless(node), range };
}

function nameless(node: Aggregate): LabelState {
  return impossible({ code: 'aggregated-without', node, subject: '__name__' });
}

/** `count_values("label", …)`: the value, which is never empty text. */
function withValueLabel(node: Aggregate, of: Branch): Branch {
  const { param } = node;
  const label = param?.kind === 'string' ? param.value : undefined;
  if (label === undefined || hasVariable(label)) {
    return { ...of, closed: undefined };
  }
  if (label === '__name__') return { ...of, name: GUARANTEED };
  return { ...of, labels: new Map(of.labels).set(label, GUARANTEED) };
}

function rangeOfAggregate({ op, param }: Aggregate, of: Interval, single: boolean): Interval {
  switch (op) {
    case 'group':
      return ONE;
    case 'count':
    case 'count_values':
      return single ? ONE : AT_LEAST_ONE;
    case 'sum':
      return single ? of : sumRange(of, of);
    case 'stddev':
    case 'stdvar':
      return NOT_NEGATIVE;
    case 'quantile':
      // Outside of 0 to 1 it is infinite.
      return param?.kind === 'number' && param.value >= 0 && param.value <= 1 ? of : ANY_VALUE;
    default:
      return of;
  }
}

/** A sum of one or more values. */
function sumRange(a: Interval, b: Interval): Interval {
  const { min, max, nan } = hull(a, b);
  if (min >= 0) return { min, max: Infinity, nan };
  return max <= 0 ? { min: -Infinity, max, nan } : ANY_VALUE;
}

/** Series of several branches may fall into one group; branches of one shape become one. */
function merged(op: AggregateOp, branches: readonly Branch[]): readonly Branch[] {
  if (branches.length === 1) return branches;
  const result: Branch[] = [];
  for (const branch of branches) {
    const range = rangeAmong(op, branch, branches);
    const same = result.findIndex((r) => sameShape(r, branch));
    const other = result[same];
    if (other === undefined) result.push({ ...branch, range });
    else result[same] = joined(other, { ...branch, range });
  }
  return result;
}

function joined(a: Branch, b: Branch): Branch {
  if (a.dead !== undefined) return b;
  return b.dead === undefined ? widenBranch(a, b, hull(a.range, b.range)) : a;
}

/** The values of a group in which series of other branches may be. */
function rangeAmong(op: AggregateOp, branch: Branch, all: readonly Branch[]): Interval {
  let { range } = branch;
  for (const other of all) {
    if (other !== branch && other.dead === undefined && !areSeparate(branch, other)) {
      range = mixedRange(op, range, other.range);
    }
  }
  return range;
}

function mixedRange(op: AggregateOp, a: Interval, b: Interval): Interval {
  if (op === 'count') return AT_LEAST_ONE;
  return op === 'sum' ? sumRange(a, b) : hull(a, b);
}

function sameShape(a: Branch, b: Branch): boolean {
  if ((a.closed === undefined) !== (b.closed === undefined)) return false;
  for (const [label, { presence }] of a.labels)
    if (stateOf(b, label).presence !== presence) return false;
  for (const [label, { presence }] of b.labels)
    if (stateOf(a, label).presence !== presence) return false;
  return true;
}

function unitOfAggregate(
  op: AggregateOp,
  unit: InferredUnit | undefined,
): InferredUnit | undefined {
  switch (op) {
    case 'count':
    case 'count_values':
      return COUNT;
    case 'group':
      return STATE;
    case 'sum':
      return summed(unit);
    case 'avg':
      return averaged(unit);
    case 'stdvar':
      return raised(unit, 2);
    default:
      return unit;
  }
}

const NOT_FOR_QUANTILES: ReadonlySet<AggregateOp> = new Set([
  'sum',
  'avg',
  'quantile',
  'stddev',
  'stdvar',
]);
const FOR_HISTOGRAMS: ReadonlySet<AggregateOp> = new Set([
  'sum',
  'avg',
  'count',
  'group',
  'count_values',
  'limitk',
  'limit_ratio',
]);

function factsOf(node: Aggregate, of: Info): readonly AggregateFact[] {
  const facts = groupingFacts(node, of);
  if (of.kind === 'quantile' && NOT_FOR_QUANTILES.has(node.op)) {
    facts.push({ kind: 'aggregates-quantiles', node, guessed: of.guessed });
  }
  if (isNativeHistogram(of.kind) && !FOR_HISTOGRAMS.has(node.op)) {
    facts.push({ kind: 'aggregates-histograms', node, guessed: of.guessed });
  }
  return facts.length === 0 ? NO_FACTS : facts;
}

function groupingFacts(node: Aggregate, of: Info): AggregateFact[] {
  const facts: AggregateFact[] = [];
  const { grouping } = node;
  if (grouping === undefined) return facts;
  for (const label of grouping.labels) {
    if (hasVariable(label) || isThere(of, label)) continue;
    const { presence, why } = labelOf(of, label);
    const because = why && { why };
    if (grouping.kind === 'by') {
      const partial = presence === 'partial';
      facts.push({ kind: 'group-label-impossible', node, label, ...because, partial });
    } else if (presence === 'impossible') {
      facts.push({ kind: 'without-noop', node, label, ...because });
    }
  }
  return facts;
}

function isThere(of: Info, label: string): boolean {
  return live(of.branches).every((b) => innerStateOf(b, label).presence !== 'impossible');
}

import { unreachable } from '../diagnostics/index.ts';
import type {
  Binary,
  Grouping,
  LogqlExpr,
  Matching,
  RangeAggregation,
  VectorAggregation,
} from './ast.ts';
import {
  both,
  type LabelSet,
  NO_LABELS,
  NOTHING_KNOWN,
  only,
  presenceIn,
  withLabel,
  without,
} from './label-set.ts';
import { labelsOfLogs } from './labels-of-logs.ts';
import { VECTOR_OPS } from './operations.ts';
import { hasVariables } from './variables.ts';

/**
 * The labels of what a query returns: one set for each branch of its `or`s. A set is open after a selector and after a
 * stage that parses lines, and closed by what aggregates.
 *
 * @example
 * const branches = labelsOf(parseLogql('sum by (level) (rate({job="api"} | json [5m]))').expr);
 * presenceOf(branches, 'level') // 'possible'
 * presenceOf(branches, 'job')   // 'impossible'
 */
export function labelsOf(expr: LogqlExpr): readonly LabelSet[] {
  switch (expr.kind) {
    case 'logs':
      return [labelsOfLogs(expr)];
    case 'range-aggregation':
      return [ofRangeAggregation(expr)];
    case 'vector-aggregation':
      return labelsOf(expr.of).map((set) => ofVectorAggregation(expr, set));
    case 'binary':
      return ofBinary(expr);
    case 'label-replace':
      return labelsOf(expr.of).map((set) => withLabel(set, expr.target, 'possible'));
    case 'number':
    case 'vector':
      return [NO_LABELS];
    case 'variable':
      return [NOTHING_KNOWN];
    default:
      return unreachable(expr, 'logql/labels-of');
  }
}

function ofRangeAggregation({ op, of, grouping }: RangeAggregation): LabelSet {
  if (op === 'absent_over_time') return ofAbsent(of.matchers);
  const set = labelsOfLogs(of);
  if (grouping?.kind === 'by') return only(set, grouping.labels);
  // The label whose value became the sample is gone.
  const unwrapped = of.stages.flatMap((stage) => (stage.kind === 'unwrap' ? [stage.label] : []));
  return without(set, [...unwrapped, ...(grouping?.labels ?? [])]);
}

/** Nothing is there, so there is only what the selector asked for. */
function ofAbsent(matchers: Extract<LogqlExpr, { kind: 'logs' }>['matchers']): LabelSet {
  const labels = matchers.flatMap(({ label, op, value }) => {
    const once = matchers.filter((other) => other.label.name === label.name).length === 1;
    if (op !== '=' || value === '' || !once) return [];
    return [[label.name, hasVariables(value) ? 'possible' : 'guaranteed'] as const];
  });
  return { open: false, labels: new Map(labels) };
}

function ofVectorAggregation({ op, grouping }: VectorAggregation, set: LabelSet): LabelSet {
  return VECTOR_OPS[op].keepsLabels ? set : grouped(set, grouping);
}

function grouped(set: LabelSet, grouping: Grouping | undefined): LabelSet {
  if (grouping === undefined) return NO_LABELS;
  return grouping.kind === 'by' ? only(set, grouping.labels) : without(set, grouping.labels);
}

function ofBinary({ op, left, right, matching }: Binary): readonly LabelSet[] {
  const lefts = labelsOf(left);
  if (op === 'and' || op === 'unless') return lefts;
  const rights = labelsOf(right);
  if (op === 'or') return [...lefts, ...rights];
  if (right.kind === 'number') return lefts;
  if (left.kind === 'number') return rights;
  if (lefts.length * rights.length > MAX_BRANCHES) return [NOTHING_KNOWN];
  return lefts.flatMap((one) => rights.map((other) => matched(one, other, matching)));
}

/** So that a chain of joined `or`s stays small. */
const MAX_BRANCHES = 64;

function matched(left: LabelSet, right: LabelSet, matching: Matching | undefined): LabelSet {
  const group = matching?.group;
  if (group !== undefined) {
    const [many, one] = group.side === 'left' ? [left, right] : [right, left];
    return group.include.reduce(
      (set, { name }) =>
        hasVariables(name) ? NOTHING_KNOWN : withLabel(set, name, presenceIn(one, name)),
      many,
    );
  }
  if (matching === undefined) return both(left, right);
  if (matching.kind === 'ignoring') return without(both(left, right), matching.labels);
  return both(only(left, matching.labels), only(right, matching.labels));
}

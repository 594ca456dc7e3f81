import { unreachable } from '../diagnostics/index.ts';
import type {
  Binary,
  LabelReplace,
  LogqlExpr,
  RangeAggregation,
  VectorAggregation,
} from './ast.ts';
import { checkLogs } from './check-logs.ts';
import { type LogqlError, logqlError } from './logql-error.ts';
import { RANGE_OPS, VECTOR_OPS } from './operations.ts';
import { regexProblem } from './regex.ts';
import { hasVariables } from './variables.ts';

/** What Loki refuses beyond the grammar. */
export function checkQuery(expr: LogqlExpr): readonly LogqlError[] {
  switch (expr.kind) {
    case 'logs':
      return checkLogs(expr);
    case 'range-aggregation':
      return [...checkLogs(expr.of), ...checkRangeAggregation(expr)];
    case 'vector-aggregation':
      return [
        ...needMetric(expr.of, expr.op),
        ...checkQuery(expr.of),
        ...checkVectorAggregation(expr),
      ];
    case 'binary':
      return [...checkBinary(expr), ...checkQuery(expr.left), ...checkQuery(expr.right)];
    case 'label-replace':
      return [
        ...needMetric(expr.of, 'label_replace'),
        ...checkQuery(expr.of),
        ...checkReplace(expr),
      ];
    case 'number':
    case 'vector':
    case 'variable':
      return [];
    default:
      return unreachable(expr, 'logql/check-query');
  }
}

function needMetric(expr: LogqlExpr, of: string): readonly LogqlError[] {
  if (expr.kind !== 'logs') return [];
  const hint = 'count them: `count_over_time(… [5m])`';
  return [logqlError(`\`${of}\` needs numbers, and this gives log lines`, expr.span, hint)];
}

function checkRangeAggregation(expr: RangeAggregation): readonly LogqlError[] {
  const { op, of, param, grouping, span } = expr;
  const { unwrap, grouping: mayGroup } = RANGE_OPS[op];
  const errors: LogqlError[] = [];
  const unwrapped = of.stages.find(({ kind }) => kind === 'unwrap');
  const isUnknown = of.stages.some(({ kind }) => kind === 'variable');
  if (unwrapped !== undefined && unwrap === 'refused') {
    errors.push(logqlError(`\`${op}\` counts lines, and takes no \`unwrap\``, unwrapped.span));
  }
  if (unwrapped === undefined && unwrap === 'needed' && !isUnknown) {
    const hint = 'add `| unwrap label` before the range';
    errors.push(logqlError(`\`${op}\` needs the numbers of a label`, span, hint));
  }
  if (grouping !== undefined && !mayGroup) {
    const hint = 'group around it: `sum by (…) (…)`';
    errors.push(logqlError(`\`${op}\` takes no \`${grouping.kind}\``, grouping.span, hint));
  }
  if (op === 'quantile_over_time' && param === undefined) {
    const hint = 'use `quantile_over_time(0.95, …)`';
    errors.push(logqlError('`quantile_over_time` needs the quantile first', span, hint));
  }
  if (op !== 'quantile_over_time' && param !== undefined) {
    errors.push(logqlError(`\`${op}\` takes no number`, span));
  }
  return errors;
}

function checkVectorAggregation(expr: VectorAggregation): readonly LogqlError[] {
  const { op, param, grouping, span } = expr;
  const spec = VECTOR_OPS[op];
  const errors: LogqlError[] = [];
  if (spec.param && param === undefined) {
    errors.push(logqlError(`\`${op}\` needs a number first`, span, `use \`${op}(10, …)\``));
  }
  if (spec.param && typeof param === 'number' && !(Number.isInteger(param) && param > 0)) {
    errors.push(logqlError(`\`${op}\` needs a whole number above 0, not ${param}`, span));
  }
  if (!spec.param && param !== undefined) {
    errors.push(logqlError(`\`${op}\` takes no number`, span));
  }
  // Loki lets an empty list of labels pass.
  const isGrouped = op === 'approx_topk' ? grouping !== undefined : grouping?.labels.length;
  if (grouping !== undefined && isGrouped && !spec.grouping) {
    errors.push(logqlError(`\`${op}\` takes no \`${grouping.kind}\``, grouping.span));
  }
  return errors;
}

function checkBinary({ op, left, right }: Binary): readonly LogqlError[] {
  const isSet = op === 'and' || op === 'or' || op === 'unless';
  return [left, right].flatMap((side) => {
    if (isSet && side.kind === 'number') {
      const hint = `use \`vector(${typeof side.value === 'number' ? side.value : side.value.text})\``;
      return [logqlError(`\`${op}\` joins series, and a number is none`, side.span, hint)];
    }
    return needMetric(side, op);
  });
}

function checkReplace({ pattern, span }: LabelReplace): readonly LogqlError[] {
  const problem = hasVariables(pattern) ? undefined : regexProblem(pattern);
  if (problem === undefined) return [];
  return [logqlError(`\`${pattern}\` is not a regular expression of RE2: ${problem}`, span)];
}

import type { Metric } from '../../catalog/index.ts';
import type { System } from '../../model/index.ts';
import { type Call, type Expr, walk } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { conditionOf } from '../comparison.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
import { changesValues } from '../stated-unit.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'value/beyond-buckets',
  severity: 'error',
  docs: {
    summary: 'Disallow thresholds of a quantile beyond the last bucket of its histogram',
    why: 'What is slower than the last bucket is estimated as the last bucket: the alert never fires.',
    bad: 'promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) > 5000`',
    good: 'promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) > 500`',
  },
  run(analysis, report) {
    const { expressions, system } = analysis;
    for (const expression of expressions) {
      for (const part of expression.nodesOf('binary')) {
        const condition = conditionOf(part, expression.inference);
        if (condition === undefined || condition.node !== part) continue;
        const { of, op, value } = condition;
        const buckets = bucketsOf(of, system);
        const last = buckets?.last;
        if (last === undefined || !(op === '>' ? value >= last : op === '>=' && value > last))
          continue;
        report({
          ...(isAlternative(expression, part) ? { severity: 'info' } : {}),
          message: `\`${op} ${value}\` is never true: the last bucket of \`${buckets?.name}\` is \`${last}\`, and no quantile is above it`,
          hint: `a threshold below ${last}, or a histogram with larger buckets`,
          where: expression.where(part),
        });
      }
    }
    for (const panel of panelsOf(analysis)) reportColour(panel, system, report);
  },
});

/** A colour that no value of a panel ever has. */
function reportColour(
  { panel, queries }: AnalyzedPanel,
  system: System,
  report: (finding: Finding) => void,
): void {
  const { thresholds } = panel.props.field;
  if (thresholds?.mode !== 'absolute' || changesValues(panel.props)) return;
  const found = queries.map(({ expression }) => bucketsOf(expression.node, system));
  const [buckets] = found;
  const [query] = queries;
  if (buckets === undefined || query === undefined || found.includes(undefined)) return;
  const last = Math.max(...found.map((each) => each?.last ?? Infinity));
  const far = thresholds.steps.find(({ from }) => from > last)?.from;
  if (far === undefined) return;
  report({
    severity: 'warning',
    message: `\`${panel.props.title}\` never has the colour from \`${far}\` on: the last bucket of \`${buckets.name}\` is \`${buckets.last}\`, and no quantile is above it`,
    hint: `a threshold up to ${last}, or a histogram with larger buckets`,
    where: query.expression.where(),
  });
}

interface Buckets {
  readonly name: string;
  readonly last: number;
}

/** What the values are quantiles of, where all of its bounds are known. */
function bucketsOf(expr: Expr, system: System): Buckets | undefined {
  const quantile = quantileIn(expr);
  if (quantile === undefined) return undefined;
  const metrics = walk(quantile).flatMap((node) => declaredMetrics(system, node));
  const last = lastBucket(metrics);
  const [first] = metrics;
  return first === undefined || last === undefined ? undefined : { name: first.name, last };
}

/** With `or` there is another way to fire. */
function isAlternative(expression: AnalyzedExpression, part: Expr): boolean {
  return expression.nodesOf('binary').some((node) => node.op === 'or' && walk(node).includes(part));
}

/** The quantile that the values are, or are chosen from. */
function quantileIn(expr: Expr): Call | undefined {
  const node = unparenthesized(expr);
  if (node.kind === 'aggregate') return KEEPS.has(node.op) ? quantileIn(node.of) : undefined;
  if (node.kind === 'subquery') return quantileIn(node.of);
  if (node.kind !== 'call') return undefined;
  if (node.func === 'histogram_quantile') return node;
  const [arg] = node.args;
  return arg !== undefined && KEEPS.has(node.func) ? quantileIn(arg) : undefined;
}

const KEEPS: ReadonlySet<string> = new Set([
  ...['max', 'min', 'avg', 'topk', 'bottomk'],
  ...['max_over_time', 'min_over_time', 'avg_over_time'],
]);

/** `undefined` where it is not known of all of them. */
function lastBucket(metrics: readonly Metric[]): number | undefined {
  const bounds = metrics.map(({ buckets, native }) => (native ? undefined : buckets?.at(-1)));
  if (bounds.length === 0 || bounds.includes(undefined)) return undefined;
  return Math.max(...(bounds as number[]));
}

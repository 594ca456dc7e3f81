import type { Metric } from '../../catalog/index.ts';
import { type Call, type Expr, walk } from '../../promql/index.ts';
import { conditionOf } from '../comparison.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';
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
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const part of walk(expression.node)) {
        const condition = conditionOf(part, expression.inference);
        if (condition === undefined || condition.node !== part) continue;
        const { of, op, value } = condition;
        const quantile = quantileIn(of);
        const metrics = quantile && [...walk(quantile)].flatMap((n) => declaredMetrics(system, n));
        const last = metrics && lastBucket(metrics);
        if (last === undefined || !(op === '>' ? value >= last : op === '>=' && value > last))
          continue;
        report({
          ...(isAlternative(expression.node, part) ? { severity: 'info' } : {}),
          message: `\`${op} ${value}\` is never true: the last bucket of \`${metrics?.[0]?.name}\` is \`${last}\`, and no quantile is above it`,
          hint: `a threshold below ${last}, or a histogram with larger buckets`,
          where: expression.where(part),
        });
      }
    }
  },
});

/** With `or` there is another way to fire. */
function isAlternative(root: Expr, part: Expr): boolean {
  return [...walk(root)].some(
    (node) => node.kind === 'binary' && node.op === 'or' && [...walk(node)].includes(part),
  );
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

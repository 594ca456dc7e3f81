import {
  type Call,
  type Expr,
  type Inference,
  labelsOf,
  type Selector,
} from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { callsOf } from '../calls-of.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'metric-type/quantile-per-target',
  severity: 'info',
  docs: {
    summary: 'Prefer quantiles of summed buckets',
    why: 'Each series of buckets gives a quantile of its own: a second replica is a second line, and an alert fires for every path of every replica.',
    bad: 'promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))`',
    good: 'promql`histogram_quantile(0.9, sum by (le, route) (rate(payload_bytes_bucket[5m])))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      // An aggregate over quantiles, or a legend with the target's name, shows that it is meant.
      if (expression.nodesOf('aggregate').length > 0 || namesTarget(expression)) continue;
      for (const call of callsOf(expression, 'histogram_quantile')) {
        const selector = rawBuckets(call);
        if (selector === undefined || isOfOne(selector)) continue;
        report({
          message: `the buckets are not added up: there is a quantile for each ${told(call, expression.inference)}`,
          hint: '`sum by (le) (rate(…))`, with the labels that tell lines apart',
          where: expression.where(call),
        });
      }
    }
  },
});

/** The selector of buckets that are rated and no more. */
function rawBuckets({ args }: Call): Selector | undefined {
  const rated: Expr | undefined = args[1] && unparenthesized(args[1]);
  const [range] = rated?.kind === 'call' ? rated.args : [];
  return range?.kind === 'matrix' && range.of.name?.endsWith('_bucket') === true
    ? range.of
    : undefined;
}

/** Somebody asked for a target. */
function isOfOne({ matchers }: Selector): boolean {
  return matchers.some(({ label, op }) => TARGETS.has(label) && /^=~?$/.test(op));
}

function namesTarget({ legend }: AnalyzedExpression): boolean {
  const named = [...(legend ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)];
  return named.some(([, label = '']) => TARGETS.has(label));
}

const TARGETS: ReadonlySet<string> = new Set(['instance', 'pod', 'host', 'hostname', 'node']);

function told(call: Call, inference: Inference): string {
  const labels = labelsOf(inference.of(call))?.filter((label) => label !== 'job') ?? [];
  return labels.length === 0 || labels.length > 4 ? 'series of them' : listed(labels, 'and');
}

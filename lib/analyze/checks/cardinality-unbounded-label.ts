import type { Metric } from '../../catalog/index.ts';
import { type Aggregate, labelsOf, type Selector } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'cardinality/unbounded-label',
  severity: 'warning',
  docs: {
    summary:
      'Disallow results with a series for every value of a label that has values without end',
    why: 'The graph has more lines every day until the browser gives up, the rule records as many series again, the alert fires once for each.',
    bad: "m.refusals_total.rate().sumBy('caller')",
    good: "m.refusals_total.rate().sumBy('limit')",
  },
  run({ expressions, system }, report) {
    const metrics = system.metrics.filter(({ unbounded }) => unbounded !== undefined);
    if (metrics.length === 0) return;
    for (const expression of expressions) {
      for (const { label, selector } of unboundedLabels(expression, metrics)) {
        report({
          message: `\`${label}\` of \`${selector.name}\` has values without end, and the result has a series for each of them`,
          hint: `\`sum without (${label}) (…)\``,
          where: expression.where(selector),
        });
      }
    }
  },
});

/** The labels that nothing on the way to the result took away or limited, each once. */
function unboundedLabels(expression: AnalyzedExpression, metrics: readonly Metric[]) {
  if (expression.nodesOf('aggregate').some(isLimited)) return [];
  const left = labelsOf(expression.inference.of(expression.node)) ?? [];
  const found = new Map<string, { readonly label: string; readonly selector: Selector }>();
  for (const selector of expression.nodesOf('selector')) {
    const { unbounded = [] } = metrics.find(({ name }) => isSeriesOf(name, selector)) ?? {};
    for (const label of unbounded) {
      const kept = left.includes(label) && !isChosen(label, selector);
      if (kept && !found.has(label)) found.set(label, { label, selector });
    }
  }
  return [...found.values()];
}

/** Only so many series come out, whatever goes in. */
function isLimited({ op }: Aggregate): boolean {
  return ['topk', 'bottomk', 'limitk'].includes(op);
}

function isSeriesOf(metric: string, { name = '' }: Selector): boolean {
  return [metric, `${metric}_bucket`, `${metric}_sum`, `${metric}_count`].includes(name);
}

/** Somebody asked for some of the values, such as those of a variable. */
function isChosen(label: string, { matchers }: Selector): boolean {
  return matchers.some((matcher) => matcher.label === label && /^=~?$/.test(matcher.op));
}

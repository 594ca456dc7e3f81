import { any, type Metric } from '../../catalog/index.ts';
import {
  type Call,
  type Matcher,
  regexMatches,
  regexProblem,
  type Selector,
  variablesIn,
} from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { vectorArgument } from '../kind-text.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'promql/names-collide',
  severity: 'warning',
  docs: {
    summary:
      'Disallow functions over several metrics of one selector that differ in nothing but their name',
    why: 'A function takes the name away; Prometheus refuses two series with the same labels, and the whole query fails.',
    bad: 'promql`deriv({__name__=~"latency_seconds|disk_used"}[5m])`',
    good: 'promql`deriv({__name__=~"latency_seconds"}[5m])`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('call')) {
        const selector = namelessUnder(node, expression);
        if (selector === undefined) continue;
        const found = alike(system.metrics.filter((metric) => selects(selector, metric)));
        if (found.length < 2) continue;
        report({
          message: `without their names the series of ${listed(found, 'and')} are the same`,
          hint: 'one expression for each, united with `or`',
          where: expression.where(node),
        });
      }
    }
  },
});

/** The selector of several metrics whose names a call takes away. */
function namelessUnder(node: Call, { inference }: AnalyzedExpression): Selector | undefined {
  const arg = vectorArgument(node);
  const selector = arg?.kind === 'matrix' ? arg.of : arg;
  if (selector?.kind !== 'selector' || selector.name !== undefined) return undefined;
  const losesName = inference
    .of(node)
    .branches.every(({ name }) => name.why?.code === 'drops-name');
  return losesName && nameMatchers(selector).length > 0 ? selector : undefined;
}

function nameMatchers({ matchers }: Selector): readonly Matcher[] {
  return matchers.filter(({ label }) => label === '__name__');
}

function selects(selector: Selector, { name, kind }: Metric): boolean {
  if (kind === 'histogram' || kind === 'summary') return false;
  return nameMatchers(selector).every(({ op, value }) => {
    if (variablesIn(value).length > 0 || regexProblem(value) !== undefined) return false;
    if (op === '=' || op === '!=') return (name === value) === (op === '=');
    return regexMatches(value, name) === (op === '=~');
  });
}

/** Names of metrics of one job with the same labels; those with open values may differ in them. */
function alike([first, ...rest]: readonly Metric[]): readonly string[] {
  if (first === undefined) return [];
  const same = rest.filter((other) => shapeOf(other) === shapeOf(first));
  return same.length === 0 ? alike(rest) : [first, ...same].map(({ name }) => name);
}

function shapeOf({ jobs, labels }: Metric): string {
  const values = Object.entries(labels).map(([label, v]) => [label, v === any ? 'any' : v]);
  return JSON.stringify([jobs, values.sort()]);
}

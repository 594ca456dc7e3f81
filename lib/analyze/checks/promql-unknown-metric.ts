import type { Metric } from '../../catalog/index.ts';
import { similar } from '../../diagnostics/index.ts';
import type { System } from '../../model/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';

export default defineCheck({
  code: 'promql/unknown-metric',
  severity: 'error',
  docs: {
    summary: 'Disallow metrics that neither a catalog declares nor a rule records',
    why: 'A query of a metric that does not exist returns nothing: the panel stays empty, the alert never fires.',
    bad: 'promql`sum(queue_dept)`',
    good: 'promql`sum(queue_depth)`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'metric-unknown')) {
      const { name, parent } = fact;
      const near = similar(name, namesIn(analysis.system));
      report({
        message:
          parent === undefined
            ? `\`${name}\` is neither declared in a catalog nor recorded by a rule`
            : `\`${name}\` is a histogram, and has no series of that name`,
        hint: hintOf(name, parent, near),
        where: expression.where(fact.node),
      });
    }
  },
});

function hintOf(name: string, parent: string | undefined, near: string | undefined): string {
  if (parent !== undefined) return `\`${name}_bucket\`, \`${name}_sum\` or \`${name}_count\``;
  return near === undefined ? `declare \`${name}\` in \`metrics.ts\`` : `\`${near}\``;
}

/** All names that a system's series have. */
const namesIn = once(({ metrics, groups }: System): readonly string[] => {
  const rules = groups.flatMap(({ value }) => value.rules);
  const recorded = rules.flatMap(({ kind, name }) => (kind === 'record' ? [name] : []));
  return [...metrics.flatMap(seriesNames), ...recorded];
});

/** The names that series have: those of a classic histogram are not the metric's. */
function seriesNames({ name, kind, native }: Metric): string[] {
  if (kind === 'histogram' && native !== true)
    return ['_bucket', '_sum', '_count'].map((s) => name + s);
  return kind === 'summary' ? [name, `${name}_sum`, `${name}_count`] : [name];
}

import type { Panel } from '../../model/index.ts';
import type { Selector } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { optionalMetrics } from '../optional-metrics.ts';
import { panelsOf } from '../panel-queries.ts';
import { rateIn } from '../rate-in.ts';

export default defineCheck({
  code: 'panel/no-data-for-none',
  severity: 'info',
  docs: {
    summary: 'Prefer a 0 where a number of events shows that there was none',
    why: 'A counter with labels is not there before its first event: a healthy service reads "No data", like one that is down.',
    bad: "stat('Retries', '').query(promql`sum(increase(retries_total{code=\"500\"}[$__range]))`)",
    good: "stat('Retries', '').query(promql`sum(increase(retries_total{code=\"500\"}[$__range])) or vector(0)`)",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const [query, ...others] = queries;
      if (query === undefined || others.length > 0 || !isForOne(panel)) continue;
      const { node } = query.expression;
      const names = rateIn(node) && optionalMetrics(node, analysis.system);
      // With labels there is no 0 to write: nobody knows for which of them.
      if (names === undefined || node.kind !== 'aggregate' || node.grouping !== undefined) continue;
      if (!query.expression.nodesOf('selector').every(isOfSome)) continue;
      report({
        message: `\`${panel.props.title}\` has no data until ${listed(names, 'and')} has counted something`,
        hint: '`… or vector(0)`',
        where: query.expression.where(),
      });
    }
  },
});

/** Of some outcome, such as errors: that nothing was asked for at all is another thing to see. */
function isOfSome({ matchers }: Selector): boolean {
  return matchers.some(({ label, op }) => !TARGET.has(label) && (op === '=' || op === '=~'));
}

const TARGET: ReadonlySet<string> = new Set(['job', 'instance']);

function isForOne({ props: { kind, field, mayBeEmpty, transformations } }: Panel): boolean {
  const isExplained = field.noValue !== undefined || mayBeEmpty !== undefined;
  return (kind === 'stat' || kind === 'gauge') && !isExplained && transformations.length === 0;
}

import { atVariable } from '../../model/index.ts';
import { explain, labelOf, labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { queryVariablesOf } from '../query-variables.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'variable/unknown-label',
  severity: 'error',
  docs: {
    summary: 'Disallow variables with the values of a label that the metric does not have',
    why: 'The list of values stays empty, and so does every panel that filters by it.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'name'))],
      rows: [],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'))],
      rows: [],
    })`,
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const { variable, expression } of queryVariablesOf(analysis)) {
      if (variable.source.kind !== 'labelValues') continue;
      const { label, selector } = variable.source;
      const info = expression.inference.of(selector);
      const { presence, why } = labelOf(info, label);
      if (presence !== 'impossible' || label.includes('$')) continue;
      report({
        message: `\`$${variable.name}\` lists the values of \`${label}\`, but ${why === undefined ? `\`${selector.name}\` has no such label` : explain(why)}`,
        ...suggest(label, labelsOf(info) ?? []),
        where: atVariable(loaded, variable),
      });
    }
  },
});

import { print } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'panel/duplicate-query',
  severity: 'info',
  docs: {
    summary: 'Disallow the same query twice in a panel',
    why: 'The second one is drawn over the first one, and costs as much.',
    bad: "timeseries('Depth', '').query(m.queue_depth.sum(), m.queue_depth.sum())",
    good: "timeseries('Depth', '').query(m.queue_depth.sum(), m.worker_slots.sum())",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      if (panel.props.transformations.length > 0) continue;
      const shown = queries.filter(({ query }) => query.hide !== true);
      if (shown.length < 2) continue;
      const seen = new Set<string>();
      for (const { query, expression } of shown) {
        const { instant = false, format = '', minInterval = '' } = query;
        const asked = [print(expression.node), instant, format, minInterval].join('\n');
        if (seen.has(asked)) {
          report({
            message: `\`${panel.props.title}\` asks this already`,
            hint: 'remove one of them',
            where: expression.where(),
          });
        }
        seen.add(asked);
      }
    }
  },
});

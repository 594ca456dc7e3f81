import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'panel/table-of-range',
  severity: 'info',
  docs: {
    summary: 'Prefer instant queries in tables',
    why: 'A row for each series and each moment: what is now is on the last page, and sorting mixes the times.',
    bad: "table('Depth', '').query({ ...target(m.queue_depth, { instant: false }), format: 'table' })",
    good: "table('Depth', '').query({ ...target(m.queue_depth, { instant: true }), format: 'table' })",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const { kind, instant, transformations, title } = panel.props;
      if (kind !== 'table' || transformations.length > 0) continue;
      for (const { query, expression } of queries) {
        const isRange = (query.instant ?? instant) === false;
        if (query.hide === true || query.format !== 'table' || !isRange) continue;
        report({
          message: `\`${title}\` has a row for every moment of the time range`,
          hint: 'an instant query, or a transformation that reduces the series',
          where: expression.where(),
        });
      }
    }
  },
});

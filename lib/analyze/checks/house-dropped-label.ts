import { houseSettings } from '../../model/index.ts';
import { labelOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'house/dropped-label',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Disallow recorded sums that carry `instance`, or the labels of the setting',
    why: 'A sum is recorded to have fewer series: one that keeps the label of each process has as many as before.',
    bad: "record({ name: 'instance:depth:sum', expr: m.queue_depth.sumBy('instance') })",
    good: "record({ name: 'job:depth:sum', expr: m.queue_depth.sumBy('job') })",
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/dropped-label', [
      { labels: ['instance'] },
    ]);
    const labels = settings.flatMap((each) => each.labels);
    for (const { rule, expression } of rulesOf(analysis)) {
      const info = expression.inference.of(expression.node);
      if (rule.kind !== 'record' || !info.aggregated) continue;
      for (const label of labels) {
        if (labelOf(info, label).presence === 'impossible') continue;
        report({
          message: `the result of \`${rule.name}\` still has \`${label}\``,
          hint: `aggregate without \`${label}\``,
          where: expression.where(),
        });
      }
    }
  },
});

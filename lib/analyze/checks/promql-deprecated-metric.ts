import { walk } from '../../promql/index.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/deprecated-metric',
  severity: 'warning',
  docs: {
    summary: 'Disallow metrics that the catalog marks as deprecated',
    why: 'A later version of the exporter drops them: the panel goes empty, the alert silent.',
    bad: 'promql`rate(hits_total[5m])`',
    good: 'promql`rate(requests_total[5m])`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const node of walk(expression.node)) {
        // Another job may expose a metric of the same name that is not.
        const metrics = declaredMetrics(system, node);
        if (metrics.length === 0) continue;
        const reasons = metrics.map(({ deprecated }) => deprecated);
        if (reasons.includes(undefined)) continue;
        report({
          message: `\`${metrics[0]?.name}\` is deprecated (${reasons[0]})`,
          where: expression.where(node),
        });
      }
    }
  },
});

import { type Expr, valueType } from '../../promql/index.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'promql/result-type',
  severity: 'error',
  docs: {
    summary: 'Disallow rules and graphs whose whole expression is a range vector or a text',
    why: 'Prometheus reads such an expression and fails at every evaluation: there is one value for each moment.',
    bad: 'promql`requests_total[5m]`',
    good: 'promql`rate(requests_total[5m])`',
  },
  run(analysis, report) {
    for (const { expression } of rulesOf(analysis)) {
      const finding = findingOf(expression.node, 'a rule');
      if (finding !== undefined) report({ ...finding, where: expression.where() });
    }
    const isForeign = analysis.loaded.foreign === true;
    for (const { panel, queries } of panelsOf(analysis)) {
      for (const { query, expression } of queries) {
        // An instant query may return what it likes. Of our own panels, those without time ask one.
        const isInstant =
          query.instant ?? panel.props.instant ?? !(isForeign || panel.props.kind === 'timeseries');
        const finding = isInstant ? undefined : findingOf(expression.node, 'a query over time');
        if (finding !== undefined) report({ ...finding, where: expression.where() });
      }
    }
  },
});

function findingOf(node: Expr, asks: string): Omit<Finding, 'where'> | undefined {
  const type = valueType(node);
  if (type !== 'matrix' && type !== 'string') return undefined;
  return {
    message: `${asks} needs one value for each moment, and this is ${type === 'matrix' ? 'a range vector' : 'a text'}`,
    ...(type === 'matrix' ? { hint: '`rate(…)`, or a function such as `max_over_time(…)`' } : {}),
  };
}

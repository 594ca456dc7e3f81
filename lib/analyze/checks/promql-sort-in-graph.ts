import type { Call, Expr } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'promql/sort-in-graph',
  severity: 'info',
  docs: {
    summary: 'Disallow `sort` and the like in a query over time',
    why: 'Only a single moment has an order: a graph sorts by its labels whatever the query says.',
    bad: "timeseries('Queues', '').query(promql`sort_desc(queue_depth)`)",
    good: "timeseries('Queues', '').query(promql`topk(5, queue_depth)`)",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      if (panel.props.kind !== 'timeseries' || panel.props.instant === true) continue;
      for (const { query, expression } of queries) {
        const call = sortOf(expression.node);
        if (call === undefined || query.instant === true) continue;
        report({
          message: `\`${call.func}\` does nothing in a graph over time`,
          hint: "the panel's legend sorts: `.options({ legend: { sortBy: … } })`",
          where: expression.where(call),
        });
      }
    }
  },
});

function sortOf(expr: Expr): Call | undefined {
  const node = unparenthesized(expr);
  return node.kind === 'call' && node.func.startsWith('sort') ? node : undefined;
}

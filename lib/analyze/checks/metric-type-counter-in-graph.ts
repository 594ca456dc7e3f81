import type { Expr, Selector } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'metric-type/counter-in-graph',
  severity: 'info',
  docs: {
    summary: 'Prefer a rate to the raw value of a counter in graphs',
    why: 'A line that only goes up, and falls to 0 when the process starts again, says nothing about what happens now.',
    bad: "timeseries('Requests', '').query(promql`sum(requests_total)`)",
    good: "timeseries('Requests', '').query(promql`sum(rate(requests_total[5m]))`)",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      if (panel.props.kind !== 'timeseries' || panel.props.transformations.length > 0) continue;
      for (const { query, expression } of queries) {
        const selector = summed(expression.node);
        if (selector === undefined || query.hide === true) continue;
        const { kind, guessed } = expression.inference.of(selector);
        if (guessed || (kind !== 'counter' && kind !== 'bucket')) continue;
        report({
          message: `\`${panel.props.title}\` draws what \`${selector.name}\` has counted since its process started`,
          hint: '`rate(…[$__rate_interval])`',
          where: expression.where(),
        });
      }
    }
  },
});

/** The selector that an expression shows as it is, or adds up. */
function summed(expr: Expr): Selector | undefined {
  const node = unparenthesized(expr);
  if (node.kind === 'aggregate' && SUMS.has(node.op)) return summed(node.of);
  return node.kind === 'selector' ? node : undefined;
}

const SUMS: ReadonlySet<string> = new Set(['sum', 'avg', 'max', 'min', 'topk', 'bottomk']);

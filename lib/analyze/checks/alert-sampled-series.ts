import type { Aggregate, Expr } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/sampled-series',
  severity: 'warning',
  docs: {
    summary: 'Disallow alerts on a selection of series that changes, such as `topk`',
    why: 'A series that another one pushes out resolves, and starts to wait again when it is back.',
    bad: "alert({ name: 'Backlog', expr: m.queue_depth.topk(3).gt(100) })",
    good: "alert({ name: 'Backlog', expr: m.queue_depth.gt(100) })",
  },
  run(analysis, report) {
    for (const { rule, expression } of alertsOf(analysis)) {
      const sampled = sampledIn(expression.node);
      if (sampled === undefined) continue;
      report({
        message: `\`${rule.name}\` fires for the series that \`${sampled.op}\` picks: one that falls out of them resolves, though nothing is better`,
        hint: `leave out \`${sampled.op}\``,
        where: expression.where(sampled),
      });
    }
  },
});

/** The selection that decides which series the result has; an aggregate over it has always the same. */
function sampledIn(node: Expr): Aggregate | undefined {
  switch (node.kind) {
    case 'paren':
    case 'unary':
      return sampledIn(node.of);
    case 'aggregate':
      return SAMPLES.has(node.op) && !isOneOfEach(node) ? node : undefined;
    case 'binary':
      return sampledIn(node.left) ?? (node.op === 'unless' ? undefined : sampledIn(node.right));
    case 'call':
      return node.args.map(sampledIn).find((found) => found !== undefined);
    default:
      return undefined;
  }
}

/** `topk by (pod) (1, …)` takes one of several series that say the same, for a join. */
function isOneOfEach({ param, grouping }: Aggregate): boolean {
  return param?.kind === 'number' && param.value === 1 && grouping !== undefined;
}

const SAMPLES: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

import { Duration } from '../../catalog/index.ts';
import { type Expr, printDuration, type Range } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'range/beyond-retention',
  severity: 'warning',
  docs: {
    summary: 'Disallow windows and offsets longer than Prometheus keeps its samples',
    why: 'What is older is gone: the result is of less time than it says, or empty.',
    bad: 'promql`avg_over_time(queue_depth[30d])`',
    good: 'promql`avg_over_time(queue_depth[7d])`',
  },
  run({ expressions, system: { stack } }, report) {
    const { retention, agent, remoteWrite } = stack.prometheus;
    // Samples that are sent on may be asked for elsewhere.
    if (retention?.time === undefined || agent === true || remoteWrite !== undefined) return;
    const kept = Duration.of(retention.time).milliseconds;
    for (const expression of expressions) {
      const reported = new Set<Expr>();
      for (const node of expression.nodes) {
        const back = reachOf(node);
        if (back <= kept || reported.has(node)) continue;
        // Its selector is a part of it.
        if (node.kind === 'matrix') reported.add(node.of);
        report({
          message: `\`${printDuration(back)}\` back is more than the \`${retention.time}\` that Prometheus keeps`,
          hint: 'a shorter window, or `prometheus: { retention: { time: … } }`',
          where: expression.where(node),
        });
      }
    }
  },
});

/** How far a node looks back, in milliseconds. */
function reachOf(node: Expr): number {
  switch (node.kind) {
    case 'matrix':
      return lengthOf(node.range) + lengthOf(node.of.offset);
    case 'subquery':
      return lengthOf(node.range) + lengthOf(node.offset);
    case 'selector':
      return lengthOf(node.offset);
    default:
      return 0;
  }
}

function lengthOf(range: Range | undefined): number {
  return range?.kind === 'duration' ? range.milliseconds : 0;
}

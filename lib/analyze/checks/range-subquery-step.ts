import { printDuration } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'range/subquery-step',
  severity: 'warning',
  docs: {
    summary: 'Require subqueries whose step is shorter than their window',
    why: 'A window that is not longer than the step holds one value at most: there is nothing to take a mean of.',
    bad: 'promql`max_over_time(sum(queue_depth)[5m:10m])`',
    good: 'promql`max_over_time(sum(queue_depth)[10m:1m])`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('subquery')) {
        const { range, step } = node;
        if (range.kind !== 'duration' || step?.kind !== 'duration') continue;
        if (step.milliseconds < range.milliseconds) continue;
        const window = printDuration(range.milliseconds);
        report({
          message: `a window of \`${window}\` with a step of \`${printDuration(step.milliseconds)}\` holds one value at most`,
          hint: `\`[${window}:]\` takes the default step`,
          where: expression.where(node),
        });
      }
    }
  },
});

import { isCumulative, walk } from '../../promql/index.ts';
import { conditionOf } from '../comparison.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'metric-type/raw-counter',
  severity: 'warning',
  docs: {
    summary: 'Disallow alerts on the raw value of a counter',
    why: 'Once it is above the threshold it stays there until the process starts again: the alert never resolves.',
    bad: `alert({
      name: 'Retries', expr: promql\`retries_total > 10\`, severity: 'warning', summary: '', description: '',
      runbook: {}, cases: [],
    })`,
    good: `alert({
      name: 'Retries', expr: promql\`increase(retries_total[1h]) > 10\`, severity: 'warning', summary: '',
      description: '', runbook: {}, cases: [],
    })`,
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert') continue;
      for (const node of walk(expression.node)) {
        const condition = conditionOf(node, expression.inference);
        if (condition === undefined || condition.node !== node) continue;
        const { of, op, value } = condition;
        const { kind, guessed } = expression.inference.of(of);
        // Above 0 means: at all, since it was started.
        if (guessed || !isCumulative(kind) || (op !== '>' && op !== '>=') || value < 1) continue;
        report({
          message: `\`${op} ${value}\` compares what a counter has counted since its process started`,
          hint: '`increase(…[1h])` or `rate(…[5m])`',
          where: expression.where(node),
        });
      }
    }
  },
});

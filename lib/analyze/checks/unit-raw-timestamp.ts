import { conditionOf } from '../comparison.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'unit/raw-timestamp',
  severity: 'warning',
  docs: {
    summary: 'Require `time() - …` around a moment that is compared with a length of time',
    why: 'A moment is a number of seconds since 1970: every one of them is more than any such threshold.',
    bad: 'promql`last_done_timestamp > 3600`',
    good: 'promql`time() - last_done_timestamp > 3600`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        const condition = conditionOf(node, expression.inference);
        if (condition === undefined || condition.node !== node) continue;
        const { op, value, of } = condition;
        const { unit } = expression.inference.of(of);
        const seconds = value * (unit?.scale ?? 1);
        // 0 stands for never; what is larger is a date itself.
        if (unit?.dimensions['timestamp'] !== 1 || !(seconds > 0) || seconds > YEARS) continue;
        report({
          message: `\`${op} ${value}\` compares a moment, in seconds since 1970, with a length of time`,
          hint: `\`time() - … ${op} ${value}\``,
          where: expression.where(node),
        });
      }
    }
  },
});

/** Three of them after 1970 nothing was monitored. */
const YEARS = 1e8;

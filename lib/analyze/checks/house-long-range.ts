import { Duration } from '../../catalog/index.ts';
import { houseSettings } from '../../model/index.ts';
import { printDuration } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'house/long-range',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Disallow windows of more than a day, or than the setting says',
    why: 'Every evaluation reads all samples of the window: a week of them, each minute, is what a server is busy with.',
    bad: 'promql`increase(requests_total[7d])`',
    good: 'promql`increase(requests_total[1d])`',
  },
  run({ expressions, system }, report) {
    const settings = houseSettings(system, 'house/long-range', [{ atMost: Duration.of('1d') }]);
    const limit = Math.min(...settings.map(({ atMost }) => atMost.milliseconds));
    for (const expression of expressions) {
      for (const node of [...expression.nodesOf('matrix'), ...expression.nodesOf('subquery')]) {
        const { range } = node;
        if (range.kind !== 'duration' || range.milliseconds <= limit) continue;
        report({
          message: `\`${printDuration(range.milliseconds)}\` is more than the house allows`,
          hint: `at most \`[${printDuration(limit)}]\`; a recording rule for what is longer`,
          where: expression.where(node),
        });
      }
    }
  },
});

import { houseSettings } from '../../model/index.ts';
import { labelOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'house/required-matcher',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require every selector to say which `job` it is about, or what the setting names',
    why: 'In a Prometheus that several teams share, a name alone may be that of somebody else as well.',
    bad: 'promql`queue_depth{queue="mail"}`',
    good: 'promql`queue_depth{job="worker", queue="mail"}`',
  },
  run({ expressions, system }, report) {
    const settings = houseSettings(system, 'house/required-matcher', [{ labels: ['job'] }]);
    const labels = settings.flatMap((each) => each.labels);
    for (const expression of expressions) {
      if (expression.use === 'variable') continue;
      for (const selector of expression.nodesOf('selector')) {
        const asked = selector.matchers.filter(({ op }) => op === '=' || op === '=~');
        const missing = labels.filter(
          (name) =>
            asked.every(({ label }) => label !== name) &&
            // What a recording rule has added up has no such label any more.
            labelOf(expression.inference.of(selector), name).presence !== 'impossible',
        );
        if (missing.length === 0) continue;
        report({
          message: `this does not say which ${listed(missing, 'and')} it is about`,
          hint: `\`${missing.map((label) => `${label}="…"`).join(', ')}\``,
          where: expression.where(selector),
        });
      }
    }
  },
});

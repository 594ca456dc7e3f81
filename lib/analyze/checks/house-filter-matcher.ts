import { houseSettings } from '../../model/index.ts';
import { labelOf, type Selector, variablesIn } from '../../promql/index.ts';
import { asksPrometheus } from '../asks-prometheus.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'house/filter-matcher',
  severity: 'error',
  optIn: true,
  docs: {
    summary:
      'Require queries of panels to follow the variables `job` and `instance`, or those of the setting',
    why: 'What a variable above the dashboard does not filter mixes the chosen target with all others, and looks as if it did not.',
    bad: 'promql`queue_depth{job=~"$job"}`',
    good: 'promql`queue_depth{job=~"$job", instance=~"$instance"}`',
  },
  run(analysis, report) {
    const { expressions, system } = analysis;
    if (!asksPrometheus(analysis)) return;
    const settings = houseSettings(system, 'house/filter-matcher', [
      { variables: ['job', 'instance'] },
    ]);
    const names = settings.flatMap(({ variables }) => variables);
    for (const expression of expressions) {
      if (expression.use !== 'panel') continue;
      for (const selector of expression.nodesOf('selector')) {
        const { inference } = expression;
        // What cannot have the label would be filtered away.
        const missing = names.filter(
          (name) =>
            !follows(selector, name) &&
            labelOf(inference.of(selector), name).presence !== 'impossible',
        );
        if (missing.length === 0) continue;
        const matchers = missing.map((name) => `${name}=~"$${name}"`).join(', ');
        report({
          message: `this does not follow ${missing.map((name) => `\`$${name}\``).join(' and ')}`,
          hint: `\`${matchers}\``,
          where: expression.where(selector),
        });
      }
    }
  },
});

function follows({ matchers }: Selector, name: string): boolean {
  return matchers.some(
    ({ label, op, value }) =>
      label === name && op === '=~' && variablesIn(value).some((each) => each.name === name),
  );
}

import { houseSettings } from '../../model/index.ts';
import { explain, labelOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { ruleLabels } from '../rule-texts.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'house/kept-label',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require the results of rules to carry `job`, or the labels of the setting',
    why: 'Alerts are routed and silenced, and recorded series found, by a label that is everywhere: without it nobody is told.',
    bad: "record({ name: 'queue:depth:sum', expr: m.queue_depth.sumBy('queue') })",
    good: "record({ name: 'job_queue:depth:sum', expr: m.queue_depth.sumBy('job', 'queue') })",
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/kept-label', [{ labels: ['job'] }]);
    const labels = settings.flatMap((each) => each.labels);
    for (const each of rulesOf(analysis)) {
      const { rule, expression } = each;
      const added = ruleLabels(each);
      for (const label of labels) {
        if (Object.hasOwn(added, label)) continue;
        const { presence, why } = labelOf(expression.inference.of(expression.node), label);
        if (presence !== 'impossible' && presence !== 'partial') continue;
        const reason = why === undefined ? '' : `: ${explain(why)}`;
        report({
          message: `the result of \`${rule.name}\` ${presence === 'partial' ? 'does not always have' : 'has no'} \`${label}\`${reason}`,
          hint: `keep \`${label}\`, or add it to the labels of the rule`,
          where: expression.where(),
        });
      }
    }
  },
});

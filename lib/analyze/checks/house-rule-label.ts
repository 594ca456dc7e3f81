import { houseSettings } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { ruleLabels } from '../rule-texts.ts';
import { rulesOf } from '../rules-of.ts';
import { textProblem } from '../text-rule.ts';

export default defineCheck({
  code: 'house/rule-label',
  severity: 'error',
  optIn: true,
  docs: {
    summary:
      'Require a `severity` of `info`, `warning` or `critical`, or the labels of the setting',
    why: 'Alertmanager routes by labels: an alert with a word of its own ends in the default receiver, which nobody reads.',
    bad: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), labels: { severity: 'crit' } })",
    good: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), labels: { severity: 'critical' } })",
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/rule-label', [
      { of: 'alert', name: 'severity', matches: 'info|warning|critical' },
    ]);
    for (const each of rulesOf(analysis)) {
      const { rule, where } = each;
      for (const setting of settings) {
        if (setting.of !== rule.kind) continue;
        const problem = textProblem(setting, ruleLabels(each));
        if (problem !== undefined) report({ message: `\`${rule.name}\` ${problem}`, where });
      }
    }
  },
});

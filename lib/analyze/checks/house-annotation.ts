import { houseSettings } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { annotationsOf } from '../rule-texts.ts';
import { alertsOf } from '../rules-of.ts';
import { textProblem } from '../text-rule.ts';

export default defineCheck({
  code: 'house/annotation',
  severity: 'error',
  optIn: true,
  docs: {
    summary:
      'Require a `summary` and a `runbook_url` for every alert, or the annotations of the setting',
    why: 'Who is woken by it reads the annotations, and nothing else, before deciding what to do.',
    bad: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), annotations: { summary: 'Full' } })",
    good: `plainAlert({
      name: 'Full',
      expr: m.queue_depth.gt(9),
      annotations: { summary: 'Full', runbook_url: 'https://example.org/full' },
    })`,
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/annotation', [
      { name: 'summary' },
      { name: 'runbook_url' },
    ]);
    for (const { rule, where } of alertsOf(analysis)) {
      const annotations = annotationsOf(rule);
      for (const setting of settings) {
        const problem = textProblem(setting, annotations);
        if (problem !== undefined) report({ message: `\`${rule.name}\` ${problem}`, where });
      }
    }
  },
});

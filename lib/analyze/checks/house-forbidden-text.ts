import { houseSettings } from '../../model/index.ts';
import { regexMatches } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { annotationsOf, ruleLabels } from '../rule-texts.ts';
import { type AnalyzedRule, rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'house/forbidden-text',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Disallow labels of rules that hold an address, or what the setting forbids',
    why: 'Labels tell alerts apart: one that holds an address makes a new alert of it whenever the address changes.',
    bad: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), labels: { docs: 'https://example.org/full' } })",
    good: "plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), annotations: { docs: 'https://example.org/full' } })",
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/forbidden-text', [
      { of: 'label', matches: '.*https?://.*' },
    ]);
    for (const each of rulesOf(analysis)) {
      for (const { of, name: names = '.*', matches = '.*' } of settings) {
        for (const [name, text] of Object.entries(textsOf(each, of))) {
          if (!regexMatches(names, name) || !regexMatches(matches, text)) continue;
          report({
            message: `\`${each.rule.name}\` has the ${of} \`${name}\` with \`${text.trim()}\`, which the house does not have`,
            where: each.where,
          });
        }
      }
    }
  },
});

function textsOf(each: AnalyzedRule, of: 'label' | 'annotation'): Readonly<Record<string, string>> {
  if (of === 'label') return ruleLabels(each);
  return each.rule.kind === 'alert' ? annotationsOf(each.rule) : {};
}

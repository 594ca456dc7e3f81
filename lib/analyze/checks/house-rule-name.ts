import { houseSettings } from '../../model/index.ts';
import { regexMatches } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'house/rule-name',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require `CamelCase` names of alerts and `level:metric:operations` of recording rules',
    why: 'A colon tells what is recorded from what is scraped, and alerts of one form sort and read well side by side.',
    bad: "record({ name: 'total_depth', expr: m.queue_depth.sumBy('job') })",
    good: "record({ name: 'job:depth:sum', expr: m.queue_depth.sumBy('job') })",
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/rule-name', [
      { of: 'alert', matches: '[A-Z][A-Za-z0-9]*' },
      { of: 'record', matches: '\\w+(:\\w+)+' },
    ]);
    for (const { rule, where } of rulesOf(analysis)) {
      for (const { of, matches } of settings) {
        if (of !== rule.kind || regexMatches(matches, rule.name)) continue;
        report({ message: `the name \`${rule.name}\` is no \`${matches}\``, where });
      }
    }
  },
});

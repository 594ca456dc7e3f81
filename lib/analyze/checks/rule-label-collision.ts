import { labelOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/label-collision',
  severity: 'error',
  docs: {
    summary: 'Disallow labels of a rule in place of labels that tell its series apart',
    why: 'The label of the rule wins: series that differed in nothing else become the same one, and Prometheus gives up the whole rule.',
    bad: "record({ name: 'queue:depth:sum', expr: m.queue_depth.sumBy('queue'), labels: { queue: 'all' } })",
    good: "record({ name: 'queue:depth:sum', expr: m.queue_depth.sum(), labels: { queue: 'all' } })",
  },
  run(analysis, report) {
    for (const { rule, expression } of rulesOf(analysis)) {
      const info = expression.inference.of(expression.node);
      for (const label of Object.keys(rule.labels)) {
        const { presence, values = [] } = labelOf(info, label);
        if (presence !== 'guaranteed' || values.length < 2) continue;
        report({
          message: `\`${rule.name}\` sets \`${label}\`, which tells the series of its expression apart: those of ${listed(values.slice(0, 3), 'and')} become one`,
          hint: 'another name for the label, or an expression without it',
          where: expression.where(),
        });
      }
    }
  },
});

import { defineCheck } from '../define-check.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/external-label',
  severity: 'warning',
  docs: {
    summary: 'Disallow labels of rules that have the name of an external label',
    why: 'The label of the rule wins: of this rule nobody is told which Prometheus it comes from, and routes by that label miss it.',
    bad: `({
      stack: defineStack({
        name: 'shop',
        title: 'Shop',
        prometheus: { version: '3.2.1', externalLabels: { site: 'paris' } },
        jobs: {},
        datasources: [],
        grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
      }),
      groups: [
        ruleGroup('shop', [alert({ name: 'Backlog', expr: m.queue_depth.gt(9), labels: { site: 'shop' } })]),
      ],
    })`,
    good: "alert({ name: 'Backlog', expr: m.queue_depth.gt(9), labels: { component: 'shop' } })",
  },
  run(analysis, report) {
    const { externalLabels = {} } = analysis.system.stack.prometheus;
    for (const analyzed of rulesOf(analysis)) {
      const { rule } = analyzed;
      for (const [label, value] of Object.entries(rule.labels)) {
        const external = externalLabels[label];
        if (external === undefined) continue;
        report({
          message: `\`${rule.name}\` sets \`${label}\` to \`${value}\` in place of the external label, which is \`${external}\``,
          hint: 'another name for the label',
          where: analyzed.where,
        });
      }
    }
  },
});

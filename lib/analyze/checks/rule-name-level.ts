import { labelOf, labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/name-level',
  severity: 'info',
  docs: {
    summary: 'Prefer recorded names that begin with the labels of their series',
    why: 'By convention `job:requests:rate5m` has a series for each job: whoever reads the name joins or sums by a label that is not there.',
    bad: "record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('instance') })",
    good: "record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('queue') })",
  },
  run(analysis, report) {
    for (const { rule, expression } of rulesOf(analysis)) {
      const [, level] = /^([a-z_]+):[^:]+:[^:]+$/.exec(rule.name) ?? [];
      if (rule.kind !== 'record' || level === undefined || level in rule.labels) continue;
      const { inference, node } = expression;
      const had = expression.nodesOf('selector').some((selector) => {
        const { presence } = labelOf(inference.of(selector), level);
        return presence === 'guaranteed';
      });
      if (!had || labelOf(inference.of(node), level).presence !== 'impossible') continue;
      const labels = labelsOf(inference.of(node)) ?? [];
      report({
        message: `\`${rule.name}\` is named after \`${level}\`, which its series lose: they have ${labels.length === 0 ? 'no label' : listed(labels, 'and')}`,
        where: expression.where(),
      });
    }
  },
});

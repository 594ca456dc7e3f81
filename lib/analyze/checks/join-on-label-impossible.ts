import { explain } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'join/on-label-impossible',
  severity: 'error',
  docs: {
    summary: 'Disallow `on` of a label that a side of the operator cannot have',
    why: 'A series with the label never finds its partner there; a label that neither side has compares nothing.',
    bad: 'promql`queue_depth / on (instance, route) group_left () latency_seconds`',
    good: 'promql`queue_depth / on (instance) group_left () latency_seconds`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'on-label-impossible')) {
      const { node, label, side, why } = fact;
      // It says more: that nothing at all is returned.
      const { facts } = expression.inference.of(node);
      if (facts.some((other) => other.kind === 'match-never')) continue;
      const reason = why === undefined ? '' : `: ${explain(why)}`;
      const rest = node.matching?.labels.filter((other) => other !== label) ?? [];
      report({
        // Nothing is lost where neither side has it.
        ...(side === 'both' ? { severity: 'warning' } : {}),
        message: `${side === 'both' ? 'neither side' : `the ${side} side`} of \`${node.op}\` ${side === 'both' ? 'has' : 'has no'} \`${label}\` to match on${reason}`,
        hint: `\`on (${rest.join(', ')})\``,
        where: expression.where(node),
      });
    }
  },
});

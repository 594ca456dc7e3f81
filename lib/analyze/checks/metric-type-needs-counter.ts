import { type Call, print } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { givenText, vectorArgument } from '../kind-text.ts';

export default defineCheck({
  code: 'metric-type/needs-counter',
  severity: 'error',
  docs: {
    summary: 'Disallow `rate`, `irate`, `increase` and `resets` of anything but a counter',
    why: 'A gauge goes down for good reasons: each time is taken for a restart, and what was lost is counted as gained.',
    bad: 'promql`rate(queue_depth[5m])`',
    good: 'promql`deriv(queue_depth[5m])`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'needs-counter')) {
      const { node, got, guessed } = fact;
      // A name says little about what is no counter.
      if (guessed) continue;
      report({
        message: `\`${node.func}\` needs a counter, but ${givenText(node, got)}`,
        ...hintOf(node),
        where: expression.where(node),
      });
    }
  },
});

function hintOf(node: Call): { readonly hint?: string } {
  const instead = INSTEAD.get(node.func);
  const arg = vectorArgument(node);
  return instead === undefined || arg === undefined
    ? {}
    : { hint: `\`${instead}(${print(arg)})\`` };
}

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['rate', 'deriv'],
  ['irate', 'deriv'],
  ['increase', 'delta'],
  ['resets', 'changes'],
]);

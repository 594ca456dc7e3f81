import { type Call, type Expr, print } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { ifGuessed } from '../if-guessed.ts';
import { givenText, vectorArgument } from '../kind-text.ts';

export default defineCheck({
  code: 'metric-type/needs-gauge',
  severity: 'error',
  docs: {
    summary: 'Disallow functions of gauges, such as `delta` and `avg_over_time`, on a raw counter',
    why: 'They do not know that a counter starts again at 0: every restart of the process is a drop to them.',
    bad: 'promql`delta(requests_total[5m])`',
    good: 'promql`increase(requests_total[5m])`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'needs-gauge')) {
      const { node, got, guessed } = fact;
      if (guessed && !isNamedLikeCounter(vectorArgument(node))) continue;
      report({
        ...ifGuessed(fact),
        message: `\`${node.func}\` needs a gauge, but ${givenText(node, got)}`,
        ...hintOf(node),
        where: expression.where(node),
      });
    }
  },
});

/** `_count` ends the names of many gauges too. */
function isNamedLikeCounter(arg: Expr | undefined): boolean {
  return arg?.kind === 'matrix' && /_(?:total|bucket)$/.test(arg.of.name ?? '');
}

function hintOf(node: Call): { readonly hint?: string } {
  const instead = INSTEAD.get(node.func);
  const arg = vectorArgument(node);
  return instead === undefined || arg === undefined
    ? {}
    : { hint: `\`${instead}(${print(arg)})\`` };
}

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['delta', 'increase'],
  ['deriv', 'rate'],
  ['idelta', 'irate'],
  ['avg_over_time', 'rate'],
  ['sum_over_time', 'increase'],
]);

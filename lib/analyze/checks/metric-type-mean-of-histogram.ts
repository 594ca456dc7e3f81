import type { System } from '../../model/index.ts';
import { type Binary, type Expr, type Inference, type Selector, walk } from '../../promql/index.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck, type Finding } from '../define-check.ts';

export default defineCheck({
  code: 'metric-type/mean-of-histogram',
  severity: 'warning',
  docs: {
    summary: 'Require the sum and the count of a mean to be of the same observations',
    why: 'The sum of some divided by the number of others is the mean of nothing; without a rate it is the mean since the start.',
    bad: 'promql`rate(wait_seconds_sum[5m]) / ignoring (queue) rate(payload_bytes_count[5m])`',
    good: 'promql`rate(payload_bytes_sum[5m]) / rate(payload_bytes_count[5m])`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        if (node.op !== '/') continue;
        const finding = findingOf(node, system, expression.inference);
        if (finding !== undefined) report({ ...finding, where: expression.where(node) });
      }
    }
  },
});

function findingOf(
  node: Binary,
  system: System,
  inference: Inference,
): Omit<Finding, 'where'> | undefined {
  const sum = partOf(node.left, '_sum', system);
  const count = partOf(node.right, '_count', system);
  if (sum === undefined || count === undefined) return undefined;
  if (sum.base !== count.base) {
    return {
      message: `the sum of \`${sum.base}\` is divided by the number of \`${count.base}\``,
      hint: `\`${sum.base}_count\``,
    };
  }
  if (matchersText(sum.selector) !== matchersText(count.selector)) {
    return {
      message: `the sum and the number of \`${sum.base}\` are not of the same series`,
      hint: 'the same matchers on both sides',
    };
  }
  if (inference.of(node.left).kind !== 'counter' || inference.of(node.right).kind !== 'counter')
    return undefined;
  return {
    message: `the mean of \`${sum.base}\` is of everything since the process started`,
    hint: '`rate(…[5m])` around both selectors',
  };
}

interface Part {
  readonly base: string;
  readonly selector: Selector;
}

/** The only selector of one side, if it is that part of a histogram or a summary. */
function partOf(expr: Expr, suffix: string, system: System): Part | undefined {
  const [selector, ...others] = walk(expr).filter((n) => n.kind === 'selector') as Selector[];
  if (selector?.name?.endsWith(suffix) !== true || others.length > 0) return undefined;
  const metrics = declaredMetrics(system, selector);
  const isPart = metrics.every(({ kind }) => kind === 'histogram' || kind === 'summary');
  if (metrics.length === 0 || !isPart) return undefined;
  return { base: selector.name.slice(0, -suffix.length), selector };
}

function matchersText({ matchers }: Selector): string {
  return matchers
    .map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`)
    .sort()
    .join();
}

import { type Expr, knownValue } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/quantile-range',
  severity: 'error',
  docs: {
    summary: 'Require quantiles between 0 and 1',
    why: 'The quantile of anything beyond is infinite, without an error.',
    bad: 'promql`histogram_quantile(95, rate(payload_bytes_bucket[5m]))`',
    good: 'promql`histogram_quantile(0.95, rate(payload_bytes_bucket[5m]))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodes) {
        for (const { name, param, min } of quantilesOf(node)) {
          const value = knownValue(expression.inference.of(param));
          if (value === undefined || (value >= min && value <= 1)) continue;
          report({
            message: `\`${name}\` takes ${min} to 1, not \`${value}\``,
            ...(value > 1 && value <= 100 ? { hint: `\`${value / 100}\`` } : {}),
            where: expression.where(param),
          });
        }
      }
    }
  },
});

interface Quantile {
  readonly name: string;
  readonly param: Expr;
  readonly min: -1 | 0;
}

function quantilesOf(node: Expr): readonly Quantile[] {
  if (node.kind === 'aggregate') {
    const { op, param } = node;
    if (param === undefined || (op !== 'quantile' && op !== 'limit_ratio')) return [];
    return [{ name: op, param, min: op === 'quantile' ? 0 : -1 }];
  }
  if (node.kind !== 'call') return [];
  const { func, args } = node;
  if (func === 'histogram_quantiles') {
    return args.slice(2).map((param) => ({ name: func, param, min: 0 }));
  }
  const [param] = args;
  if (param === undefined || (func !== 'histogram_quantile' && func !== 'quantile_over_time'))
    return [];
  return [{ name: func, param, min: 0 }];
}

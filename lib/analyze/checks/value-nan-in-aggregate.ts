import type { System } from '../../model/index.ts';
import { type Expr, type Inference, print } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { rateIn } from '../rate-in.ts';
import { unparenthesized } from '../unparenthesized.ts';
import { zeroDivisorsIn } from '../zero-divisors.ts';

export default defineCheck({
  code: 'value/nan-in-aggregate',
  severity: 'info',
  docs: {
    summary: 'Prefer a guard in quotients that are added up',
    why: 'A series without traffic is 0 / 0, and one NaN makes the whole sum or mean NaN.',
    bad: 'promql`avg(rate(hits_total[5m]) / rate(requests_total[5m]))`',
    good: 'promql`avg(rate(hits_total[5m]) / (rate(requests_total[5m]) > 0))`',
  },
  run({ expressions, env, system }, report) {
    const recorded = recordedIn(system);
    for (const expression of expressions) {
      // In a panel it is seen.
      const isRule = expression.use === 'alert' || expression.use === 'record';
      for (const node of expression.nodesOf('aggregate')) {
        if (!POISONED.has(node.op)) continue;
        const { inference } = expression;
        const counter = divisorOf(node.of, inference);
        const [divisor] =
          counter === undefined && isRule
            ? zeroDivisorsIn(node.of, inference, env, (name) => recorded.get(name) ?? [])
            : [];
        if (counter === undefined && divisor === undefined) continue;
        report({
          message:
            divisor === undefined
              ? `one series of \`${counter}\` without traffic makes the whole \`${node.op}\` NaN`
              : `one series for which \`${print(divisor)}\` is 0 makes the whole \`${node.op}\` NaN or infinite`,
          hint: '`… / (… > 0)`, or a quotient of two sums',
          where: expression.where(node),
        });
      }
    }
  },
});

const recordedIn = once(({ groups }: System): ReadonlyMap<string, readonly Expr[]> => {
  const byName = new Map<string, Expr[]>();
  for (const { kind, name, node } of groups.flatMap(({ value }) => value.rules)) {
    if (kind !== 'record') continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [node]);
    else same.push(node);
  }
  return byName;
});

/** A maximum ignores what is no number. */
const POISONED: ReadonlySet<string> = new Set(['sum', 'avg', 'stddev', 'stdvar']);

/** The counter whose rate, as it is, an expression divides by. */
function divisorOf(expr: Expr, inference: Inference): string | undefined {
  const node = unparenthesized(expr);
  if (node.kind !== 'binary' || (node.op !== '/' && node.op !== '%')) return undefined;
  const [range] = rateIn(node.right)?.args ?? [];
  if (range?.kind !== 'matrix' || inference.of(node.left).type !== 'vector') return undefined;
  const { kind, guessed } = inference.of(range.of);
  return guessed || (kind !== 'counter' && kind !== 'bucket') ? undefined : range.of.name;
}

import { type Binary, type Expr, printDuration, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'range/different-windows',
  severity: 'warning',
  docs: {
    summary: 'Disallow a ratio of two metrics over different windows',
    why: 'The two halves are of different times: the ratio is off whenever the traffic changes.',
    bad: 'promql`sum(increase(retries_total[1h])) / sum(increase(requests_total[5m]))`',
    good: 'promql`sum(increase(retries_total[1h])) / sum(increase(requests_total[1h]))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        if (node.op !== '/') continue;
        const found = differenceOf(node);
        if (found === undefined) continue;
        const [left, right] = found.map((milliseconds) => `\`${printDuration(milliseconds)}\``);
        report({
          message: `the left side of \`/\` is over ${left}, the right side over ${right}`,
          hint: 'the same window on both sides',
          where: expression.where(node),
        });
      }
    }
  },
});

function differenceOf({ left, right }: Binary): readonly [number, number] | undefined {
  const [a, b] = [ratesIn(left), ratesIn(right)];
  if (a === undefined || b === undefined) return undefined;
  // Now against before, of one metric, is a comparison that is meant.
  const differ = a.milliseconds !== b.milliseconds && a.func === b.func && a.name !== b.name;
  return differ ? [a.milliseconds, b.milliseconds] : undefined;
}

interface Rates {
  readonly func: string;
  readonly name: string | undefined;
  readonly milliseconds: number;
}

/** The only rate in an expression; `undefined` where there are several, or other windows. */
function ratesIn(expr: Expr): Rates | undefined {
  const nodes = walk(expr);
  const windows = nodes.filter((n) => n.kind === 'matrix' || n.kind === 'subquery');
  const [call, ...others] = nodes.filter((n) => n.kind === 'call' && RATES.has(n.func));
  if (windows.length !== 1 || others.length > 0 || call?.kind !== 'call') return undefined;
  const [arg] = call.args;
  if (arg?.kind !== 'matrix' || arg.range.kind !== 'duration') return undefined;
  return { func: call.func, name: arg.of.name, milliseconds: arg.range.milliseconds };
}

const RATES: ReadonlySet<string> = new Set(['rate', 'increase']);

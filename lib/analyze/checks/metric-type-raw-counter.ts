import { type Expr, type Inference, isCumulative, walk } from '../../promql/index.ts';
import { type Condition, conditionOf } from '../comparison.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'metric-type/raw-counter',
  severity: 'warning',
  docs: {
    summary: 'Disallow alerts on the raw value of a counter',
    why: 'Once it is above the threshold it stays there until the process starts again: the alert never resolves.',
    bad: `alert({
      name: 'Retries', expr: promql\`retries_total > 10\`, severity: 'warning', summary: '', description: '',
      runbook: {}, cases: [],
    })`,
    good: `alert({
      name: 'Retries', expr: promql\`increase(retries_total[1h]) > 10\`, severity: 'warning', summary: '',
      description: '', runbook: {}, cases: [],
    })`,
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert') continue;
      const { kind, guessed } = expression.inference.of(expression.node);
      if (expression.nodesOf('binary').length === 0 && !guessed && isCumulative(kind)) {
        report({
          message: 'it fires for a counter, which is there from the start of its process on',
          hint: '`increase(…[1h]) > 0`',
          where: expression.where(),
        });
      }
      for (const node of expression.nodesOf('binary')) {
        const condition = conditionOf(node, expression.inference);
        if (condition === undefined || condition.node !== node) continue;
        const compared = comparedIn(condition, expression.inference);
        if (compared === undefined) continue;
        report({
          message: `\`${condition.op} ${condition.value}\` compares ${compared}`,
          hint: '`increase(…[1h])` or `rate(…[5m])`',
          where: expression.where(node),
        });
      }
    }
  },
});

function comparedIn({ of, op, value }: Condition, inference: Inference): string | undefined {
  if (isRatio(of, inference)) {
    return 'a share of everything that was counted since the process started, which hardly moves any more';
  }
  const { kind, guessed } = inference.of(of);
  // Above 0 means: at all, since it was started.
  if (guessed || !isCumulative(kind) || (op !== '>' && op !== '>=') || value < 1) return undefined;
  return 'what a counter has counted since its process started';
}

/** A quotient of nothing but raw counters, as they are. */
function isRatio(of: Expr, inference: Inference): boolean {
  if (of.kind !== 'binary' || of.op !== '/') return false;
  const parts = walk(of);
  return parts.every((part) => {
    if (part.kind === 'aggregate') return SUMS.has(part.op);
    if (part.kind !== 'selector') return PLAIN.has(part.kind);
    const { kind, guessed } = inference.of(part);
    // `metric-type/mean-of-histogram` looks at the parts of histograms.
    return !guessed && isCumulative(kind) && !/_(?:sum|count|bucket)$/.test(part.name ?? '');
  });
}

const PLAIN: ReadonlySet<Expr['kind']> = new Set(['binary', 'paren', 'number']);
const SUMS: ReadonlySet<string> = new Set(['sum', 'avg', 'max', 'min']);

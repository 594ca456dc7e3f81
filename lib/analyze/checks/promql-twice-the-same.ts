import type { Aggregate, Call, Expr } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'promql/twice-the-same',
  severity: 'info',
  docs: {
    summary: 'Prefer to do a thing once',
    why: 'A sum of sums is the sum, and an order is lost in an aggregate: whoever reads it looks for a reason that is not there.',
    bad: 'promql`sum(sum by (queue) (queue_depth))`',
    good: 'promql`sum(queue_depth)`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodes) {
        const inner = innerOf(node);
        if (inner === undefined) continue;
        report({
          message: `the inner \`${inner}\` changes nothing`,
          hint: 'leave it out',
          where: expression.where(node),
        });
      }
    }
  },
});

/** The operator or function in a node that could as well not be there. */
function innerOf(node: Expr): string | undefined {
  if (node.kind === 'aggregate') return inAggregate(node);
  return node.kind === 'call' ? inCall(node) : undefined;
}

function inAggregate({ op, of }: Aggregate): string | undefined {
  const inner = unparenthesized(of);
  if (inner.kind === 'call' && SORTS.has(inner.func)) return inner.func;
  return inner.kind === 'aggregate' && inner.op === op && FOLDS.has(op) ? op : undefined;
}

function inCall({ func, args }: Call): string | undefined {
  const [arg] = args;
  const inner = arg && unparenthesized(arg);
  return inner?.kind === 'call' && inner.func === func && IDEMPOTENT.has(func) ? func : undefined;
}

const FOLDS: ReadonlySet<string> = new Set(['sum', 'min', 'max', 'group']);
const SORTS: ReadonlySet<string> = new Set([
  'sort',
  'sort_desc',
  'sort_by_label',
  'sort_by_label_desc',
]);
const IDEMPOTENT: ReadonlySet<string> = new Set([
  'abs',
  'ceil',
  'floor',
  'sgn',
  'sort',
  'sort_desc',
]);

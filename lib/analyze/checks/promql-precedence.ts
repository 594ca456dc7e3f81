import type { Binary, Expr, Unary } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/precedence',
  severity: 'info',
  docs: {
    summary: 'Prefer parentheses where few people know what binds tighter',
    why: '`and` binds tighter than `or`, and `^` than a sign: the text reads from left to right and means something else.',
    bad: 'promql`queue_depth > 5 or worker_slots > 5 and on (queue) paused == 0`',
    good: 'promql`(queue_depth > 5 or worker_slots > 5) and on (queue) paused == 0`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodes) {
        const trap = trapOf(node);
        if (trap === undefined) continue;
        report({
          message: `\`${trap.first}\` comes before \`${trap.then}\` here, whatever stands first`,
          hint: 'parentheses around what is meant',
          where: expression.where(node),
        });
      }
    }
  },
});

interface Trap {
  readonly first: string;
  readonly then: string;
}

function trapOf(node: Expr): Trap | undefined {
  if (node.kind === 'unary') return ofSign(node);
  return node.kind === 'binary' && node.op === 'or' ? ofOr(node) : undefined;
}

/** `-a ^ 2` is `-(a ^ 2)`. */
function ofSign({ of, op }: Unary): Trap | undefined {
  return of.kind === 'binary' && of.op === '^' ? { first: '^', then: op } : undefined;
}

/** `a or b and c` is `a or (b and c)`. The other way round, `a and b or c`, reads as it is meant. */
function ofOr({ right }: Binary): Trap | undefined {
  const isTighter = right.kind === 'binary' && (right.op === 'and' || right.op === 'unless');
  return isTighter ? { first: right.op, then: 'or' } : undefined;
}

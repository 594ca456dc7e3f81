import type { System } from '../../model/index.ts';
import { alwaysReturns, children, type Expr, type Inference } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/no-condition',
  severity: 'warning',
  docs: {
    summary: 'Require a condition in the expression of an alert',
    why: 'An alert fires for every series that its expression returns, whatever the value: without a comparison that is all of them, all the time.',
    bad: "alert({ name: 'MailWaits', expr: m.queue_depth.where({ queue: 'mail' }) })",
    good: "alert({ name: 'MailWaits', expr: m.queue_depth.where({ queue: 'mail' }).gt(100) })",
  },
  run(analysis, report) {
    const recorded = recordedIn(analysis.system);
    for (const { rule, expression } of alertsOf(analysis)) {
      const { node, inference } = expression;
      // `vector(1)` is meant to fire always: it shows that alerts arrive at all.
      if (expression.nodesOf('selector').length === 0) continue;
      if (isConditional(node, inference, recorded)) continue;
      const reason = alwaysReturns(inference.of(node))
        ? 'its expression always returns a value'
        : 'its expression compares nothing';
      report({
        message: `\`${rule.name}\` fires whatever the values are: ${reason}`,
        where: expression.where(),
      });
    }
  },
});

type Recorded = ReadonlySet<string>;

const recordedIn = once(({ groups }: System): Recorded => {
  const rules = groups.flatMap(({ value }) => value.rules);
  return new Set(rules.filter(({ kind }) => kind === 'record').map(({ name }) => name));
});

/** Whether it depends on more than the existence of series that it returns something. */
function isConditional(node: Expr, inference: Inference, recorded: Recorded): boolean {
  switch (node.kind) {
    case 'variable':
      return true;
    case 'selector':
      return isSparse(node.name, inference.of(node).unit?.role, recorded);
    case 'binary': {
      const [left, right] = [node.left, node.right].map((side) =>
        isConditional(side, inference, recorded),
      );
      if (node.op === 'or') return left === true && right === true;
      return COMPARES.has(node.op) || left === true || right === true;
    }
    case 'call':
      if (node.func.startsWith('absent')) return true;
      break;
    default:
      break;
  }
  return children(node).some((child) => isConditional(child, inference, recorded));
}

const COMPARES: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=', 'unless']);

/** That a series exists says something by itself. */
function isSparse(name = '', role: string | undefined, recorded: Recorded): boolean {
  // What a rule records is a condition when its expression is one, which is for its author to know.
  return role === 'info' || name.startsWith('ALERTS') || recorded.has(name) || name.includes('$');
}

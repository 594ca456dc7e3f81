import { defineCheck } from '../define-check.ts';
import { refusalsOf } from '../refusals.ts';

export default defineCheck({
  code: 'promql/value-type',
  severity: 'error',
  docs: {
    summary: 'Disallow expressions that Prometheus refuses although their syntax is right',
    why: 'The query fails with an error: the panel shows a red triangle, the rule is never evaluated.',
    bad: "({ node: { kind: 'call', func: 'deriv', args: [m.queue_depth.selector] } })",
    good: 'm.queue_depth.deriv()',
  },
  run({ expressions }, report) {
    for (const { aboutRegex, finding } of expressions.flatMap(refusalsOf)) {
      if (!aboutRegex) report(finding);
    }
  },
});

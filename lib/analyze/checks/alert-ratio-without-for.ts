import { type Binary, type Expr, type Selector, walk } from '../../promql/index.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'alert/ratio-without-for',
  severity: 'info',
  docs: {
    summary: 'Prefer `for` in alerts on a quotient of two jobs',
    why: 'They are scraped at different moments, and one of them restarts without the other: for a moment the quotient is anything.',
    bad: "alert({ name: 'Full', expr: promql`sum(queue_depth) / sum(worker_slots) > 5` })",
    good: "alert({ name: 'Full', expr: promql`sum(queue_depth) / sum(worker_slots) > 5`, for: '5m' })",
  },
  run(analysis, report) {
    for (const { rule, expression } of alertsOf(analysis)) {
      if ((rule.for?.milliseconds ?? 0) > 0) continue;
      for (const { node, of } of decidingConditions(expression)) {
        const quotient = unparenthesized(of);
        if (quotient.kind !== 'binary' || quotient.op !== '/') continue;
        const jobs = jobsOf(quotient, (name) => analysis.env.metrics(name).flatMap((m) => m.jobs));
        if (jobs === undefined) continue;
        report({
          message: `\`${rule.name}\` fires at once, for a quotient of \`${jobs[0]}\` and \`${jobs[1]}\``,
          hint: "for: '5m'",
          where: expression.where(node),
        });
      }
    }
  },
});

/** The only jobs of the two sides, where they differ. */
function jobsOf(
  { left, right }: Binary,
  jobsOfMetric: (name: string) => readonly string[],
): readonly [string, string] | undefined {
  const [a, b] = [left, right].map((side) => {
    const jobs = new Set(selectorsIn(side).flatMap(({ name = '' }) => jobsOfMetric(name)));
    return jobs.size === 1 ? [...jobs][0] : undefined;
  });
  return a === undefined || b === undefined || a === b ? undefined : [a, b];
}

function selectorsIn(expr: Expr): readonly Selector[] {
  return walk(expr).filter((node) => node.kind === 'selector');
}

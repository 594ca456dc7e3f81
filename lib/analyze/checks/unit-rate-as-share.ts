import type { Inference } from '../../promql/index.ts';
import type { Condition } from '../comparison.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck } from '../define-check.ts';
import { rateIn } from '../rate-in.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'unit/rate-as-share',
  severity: 'info',
  docs: {
    summary: 'Prefer a share of all events in alerts on an error rate below 1',
    why: '0.01 failures a second are 36 in an hour, of ten requests as of a million: an alert that is named after a rate of errors mostly means 1 % of them.',
    bad: "alert({ name: 'HighErrorRate', expr: promql`rate(retries_total[5m]) > 0.01` })",
    good: "alert({ name: 'HighErrorRate', expr: promql`sum(rate(retries_total[5m])) / sum(rate(requests_total[5m])) > 0.01` })",
  },
  run(analysis, report) {
    for (const { rule, expression } of alertsOf(analysis)) {
      if (!NAMED_AS_SHARE.test(rule.name)) continue;
      for (const condition of decidingConditions(expression)) {
        if (!isPart(condition, expression.inference)) continue;
        const { op, value } = condition;
        report({
          message: `\`${op} ${value}\` is ${Number((value * 3600).toPrecision(3))} an hour for each series, however many there are in all`,
          hint: '`… / sum(rate(…[5m]))` of all of them',
          where: expression.where(condition.node),
        });
      }
    }
  },
});

const NAMED_AS_SHARE =
  /(?:error|fail(?:ure|ed)?|success|drop|loss|reject(?:ion)?)s?_?(?:rate|ratio|share|percent)/i;

/** A part of 1, of something that is counted per second. */
function isPart({ of, op, value }: Condition, inference: Inference): boolean {
  if ((op !== '>' && op !== '>=') || value <= 0 || value >= 1) return false;
  const call = rateIn(of);
  if (call === undefined || call.func === 'increase') return false;
  const { unit } = inference.of(of);
  return unit === undefined || (unit.role === undefined && unit.dimensions['seconds'] === -1);
}

import { valueUses } from '../../gotemplate/index.ts';
import type { Binary, Expr } from '../../promql/index.ts';
import { alertTextsOf } from '../alert-texts.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'template/unformatted-rate',
  severity: 'info',
  docs: {
    summary: 'Prefer a formatted value where an alert prints a rate',
    why: 'A rate is hardly ever a round number: whoever is called reads `0.0033333333333333335`.',
    bad: "alert({ name: 'Errors', expr: m.requests_total.rate('5m').gt(9), summary: '{{ $value }} a second', description: '' })",
    good: "alert({ name: 'Errors', expr: m.requests_total.rate('5m').gt(9), summary: '{{ $value | humanize }} a second', description: '' })",
  },
  run(analysis, report) {
    for (const { alert, name, parsed, where } of alertTextsOf(analysis)) {
      if (!isRate(alert.expression.node)) continue;
      for (const { printed, functions, action } of valueUses(parsed.tree)) {
        if (!printed || functions.length > 0) continue;
        report({
          message: `\`${name}\` prints a rate with all its digits`,
          hint: '`{{ $value | humanize }}`',
          where: where(action),
        });
      }
    }
  },
});

/** Whether the values are those of `rate` or `irate`, and nothing rounds or counts them. */
function isRate(node: Expr): boolean {
  switch (node.kind) {
    case 'paren':
      return isRate(node.of);
    case 'binary':
      return isRateOf(node);
    case 'aggregate':
      return KEEPS_SCALE.has(node.op) && isRate(node.of);
    case 'call':
      if (node.func === 'rate' || node.func === 'irate') return true;
      return KEEPS_VALUE.has(node.func) && node.args.some(isRate);
    default:
      return false;
  }
}

function isRateOf({ op, bool, left, right }: Binary): boolean {
  if (FILTERS.has(op)) return bool === undefined && isRate(left);
  if (op === '*' || op === '/') return isRate(left) || (op === '*' && isRate(right));
  return false;
}

const FILTERS: ReadonlySet<string> = new Set([
  ...['==', '!=', '>', '<', '>=', '<=', 'and', 'unless'],
]);

const KEEPS_SCALE: ReadonlySet<string> = new Set([
  ...['sum', 'avg', 'min', 'max', 'topk', 'bottomk', 'quantile'],
]);

const KEEPS_VALUE: ReadonlySet<string> = new Set([
  ...['abs', 'label_join', 'label_replace', 'sort', 'sort_desc'],
]);

import check from '../../../lib/analyze/checks/template-external-label.ts';
import { promql, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { stack } from '../shop.ts';

const paris = { ...stack, prometheus: { ...stack.prometheus, externalLabels: { site: 'paris' } } };
const expr = promql`queue_depth > 9`;

describeCheck(check, [
  { name: 'a label of the alert', of: alertOf(expr, { summary: '{{ $labels.site }}' }) },
  {
    name: 'one that the stack sets',
    of: {
      stack: paris,
      groups: [ruleGroup('shop', [alertOf(expr, { summary: '{{ $externalLabels.site }}' })])],
    },
  },
  {
    name: 'one that it does not set',
    of: {
      stack: paris,
      groups: [ruleGroup('shop', [alertOf(expr, { summary: 'in {{ $externalLabels.sit }}' })])],
    },
    marks: ['sit'],
    message: "`sit` is none of the stack's external labels",
    hint: '`site`',
  },
]);

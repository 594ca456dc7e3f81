import check from '../../../lib/analyze/checks/rule-external-label.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { stack } from '../shop.ts';

const paris = { ...stack, prometheus: { ...stack.prometheus, externalLabels: { site: 'paris' } } };
const expr = promql`queue_depth > 1`;

describeCheck(check, [
  { name: 'no external labels', of: alertOf(expr, { labels: { site: 'shop' } }) },
  {
    name: 'another label',
    of: { stack: paris, groups: [ruleGroup('shop', [alertOf(expr, { labels: { team: 'a' } })])] },
  },
  {
    name: 'of an alert and of a recording',
    of: {
      stack: paris,
      groups: [
        ruleGroup('shop', [
          alertOf(expr, { labels: { site: 'shop' } }),
          record({ name: 'a:b', expr, labels: { site: 'shop' } }),
        ]),
      ],
    },
    marks: [undefined, undefined],
    message: '`Backlog` sets `site` to `shop` in place of the external label, which is `paris`',
    hint: 'another name for the label',
  },
]);

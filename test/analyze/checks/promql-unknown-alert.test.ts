import check from '../../../lib/analyze/checks/promql-unknown-alert.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import type { Subject } from '../shop.ts';

describeCheck(check, [
  { name: 'an alert of the system', of: counting(promql`count(ALERTS{alertname="Backlog"})`) },
  { name: 'a pattern for it', of: counting(promql`count(ALERTS{alertname=~"Back.*"})`) },
  { name: 'all others', of: counting(promql`count(ALERTS{alertname!="Quiet"})`) },
  { name: 'all', of: counting(promql`count(ALERTS{alertstate="firing"})`) },
  {
    name: 'files of somebody else',
    of: {
      foreign: { open: true },
      groups: [ruleGroup('a', [record({ name: 'a:b', expr: promql`ALERTS{alertname="Quiet"}` })])],
    },
  },
  {
    name: 'none',
    of: counting(promql`count(ALERTS{alertname="Backlogs"})`),
    marks: ['alertname="Backlogs"'],
    message: 'there is no alert `Backlogs`',
    hint: '`Backlog`',
  },
  {
    name: 'none of a pattern',
    of: counting(promql`count(ALERTS_FOR_STATE{alertname=~"Quiet.*"})`),
    marks: ['alertname=~"Quiet.*"'],
  },
]);

function counting(expr: ReturnType<typeof promql>): Subject {
  return ruleGroup('a', [alertOf(promql`queue_depth > 9`), record({ name: 'alerts:count', expr })]);
}

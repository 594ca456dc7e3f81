import check from '../../../lib/analyze/checks/alert-no-condition.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a comparison', of: alertOf(promql`queue_depth > 1`) },
  { name: 'a comparison under an aggregate', of: alertOf(promql`sum(queue_depth > 1)`) },
  { name: '`absent`', of: alertOf(promql`absent(queue_depth)`) },
  { name: '`unless`', of: alertOf(promql`queue_depth unless worker_slots`) },
  { name: 'a watchdog', of: alertOf(promql`vector(1)`) },
  { name: 'other alerts', of: alertOf(promql`ALERTS{alertstate="firing"}`) },
  {
    name: 'what a rule records',
    of: ruleGroup('shop', [
      record({ name: 'queue:full', expr: promql`queue_depth > 9` }),
      alertOf(promql`queue:full`),
    ]),
  },
  { name: 'no condition in a panel', of: promql`queue_depth` },
  {
    name: 'a plain metric',
    of: alertOf(promql`queue_depth`),
    marks: ['queue_depth'],
    message: '`Backlog` fires whatever the values are: its expression compares nothing',
  },
  {
    name: 'a rate',
    of: alertOf(promql`sum(rate(requests_total[5m]))`),
    marks: ['sum(rate(requests_total[5m]))'],
  },
  {
    name: 'a branch without one',
    of: alertOf(promql`queue_depth > 1 or vector(0)`),
    marks: ['queue_depth > 1 or vector(0)'],
    message: '`Backlog` fires whatever the values are: its expression always returns a value',
  },
]);

import check from '../../../lib/analyze/checks/alert-inverted-pair.ts';
import { promql, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const warning = alertOf(promql`max(queue_depth) > 100`, { name: 'Backlog' });

describeCheck(check, [
  {
    name: 'more is worse',
    of: ruleGroup('shop', [
      warning,
      alertOf(promql`max(queue_depth) > 200`, { name: 'Full', severity: 'critical' }),
    ]),
  },
  {
    name: 'another subject',
    of: ruleGroup('shop', [
      warning,
      alertOf(promql`min(queue_depth) > 50`, { name: 'Full', severity: 'critical' }),
    ]),
  },
  {
    name: 'another direction',
    of: ruleGroup('shop', [
      warning,
      alertOf(promql`max(queue_depth) < 5`, { name: 'Empty', severity: 'critical' }),
    ]),
  },
  {
    name: 'a critical threshold below the warning',
    of: ruleGroup('shop', [
      warning,
      alertOf(promql`max(queue_depth) > 50`, { name: 'Full', severity: 'critical' }),
    ]),
    marks: ['max(queue_depth) > 50'],
    message: '`Full` is critical from `> 50` on, before `Backlog` warns at `100`',
  },
  {
    name: 'a critical threshold above the warning, where less is worse',
    of: ruleGroup('shop', [
      alertOf(promql`min(worker_slots) < 2`, { name: 'Few' }),
      alertOf(promql`min(worker_slots) < 5`, { name: 'None', severity: 'critical' }),
    ]),
    marks: ['min(worker_slots) < 5'],
  },
]);

import check from '../../../lib/analyze/checks/rule-duplicate-recording.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const byQueue = record({ name: 'a:b', expr: promql`sum by (queue) (queue_depth)` });
const again = record({ name: 'a:b', expr: promql`sum by (queue) (queue_depth)` });
const all = record({ name: 'a:b', expr: promql`sum(queue_depth)` });
const slots = record({ name: 'a:b', expr: promql`max by () (worker_slots)` });

describeCheck(check, [
  { name: 'another name', of: ruleGroup('shop', [all, { ...slots, name: 'c:d' }]) },
  { name: 'other labels', of: ruleGroup('shop', [all, { ...slots, labels: { of: 'slots' } }]) },
  { name: 'labels of their own', of: ruleGroup('shop', [byQueue, all]) },
  {
    name: 'the same expression in another group',
    of: { groups: [ruleGroup('one', [byQueue]), ruleGroup('two', [again])] },
    marks: ['sum by (queue) (queue_depth)'],
    message:
      '`a:b` is recorded by an earlier rule of the group `one` already, with the same labels',
    hint: 'remove it, or tell them apart with `labels`',
  },
  {
    name: 'one series without labels each',
    of: ruleGroup('shop', [all, slots]),
    marks: ['max(worker_slots)'],
  },
]);

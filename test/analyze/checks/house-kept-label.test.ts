import check from '../../../lib/analyze/checks/house-kept-label.ts';
import { plainAlert, promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const recorded = (expr: ReturnType<typeof promql>) => record({ name: 'a:b:c', expr });

describeCheck(check, [
  { name: 'not aggregated', of: plainAlert({ name: 'Full', expr: promql`queue_depth > 9` }) },
  { name: 'in `by`', of: recorded(promql`sum by (job) (queue_depth)`) },
  { name: 'not in `without`', of: recorded(promql`sum without (instance) (queue_depth)`) },
  {
    name: 'a label of the rule',
    of: record({ name: 'a:b:c', expr: promql`sum(queue_depth)`, labels: { job: 'worker' } }),
  },
  {
    name: 'the side that decides',
    of: recorded(promql`queue_depth and on (queue) sum by (queue) (worker_slots)`),
  },
  {
    name: 'in `without`',
    of: recorded(promql`sum without (job) (queue_depth)`),
    marks: ['sum without (job) (queue_depth)'],
  },
  {
    name: 'the sum of all, in an alert',
    of: plainAlert({ name: 'Full', expr: promql`sum(queue_depth) > 9` }),
    marks: ['sum(queue_depth) > 9'],
    hint: 'keep `job`, or add it to the labels of the rule',
  },
  {
    name: 'one side only',
    of: recorded(promql`sum by (job) (queue_depth) or sum(worker_slots)`),
    marks: ['sum by (job) (queue_depth) or sum(worker_slots)'],
  },
  {
    name: 'what the house keeps',
    of: {
      house: [{ code: 'house/kept-label', labels: ['queue'] }],
      groups: [ruleGroup('shop', [recorded(promql`sum by (job) (queue_depth)`)])],
    },
    marks: ['sum by (job) (queue_depth)'],
  },
]);

import check from '../../../lib/analyze/checks/alert-silent-when-gone.ts';
import { promql, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const idle = alertOf(promql`queue_depth == 0`, { name: 'Idle' });

describeCheck(check, [
  { name: 'too much', of: alertOf(promql`queue_depth > 5`) },
  { name: 'a target itself', of: alertOf(promql`up == 0`) },
  { name: 'a fallback', of: alertOf(promql`(sum(queue_depth) or vector(0)) == 0`) },
  { name: 'a time', of: alertOf(promql`latency_seconds < 60`) },
  { name: 'a number of series', of: alertOf(promql`count(queue_depth) < 2`) },
  {
    name: 'beside an alert on the target',
    of: ruleGroup('shop', [idle, alertOf(promql`up{job="api"} == 0`, { name: 'Down' })]),
  },
  {
    name: 'beside an alert on what is missing',
    of: ruleGroup('shop', [idle, alertOf(promql`absent(queue_depth)`, { name: 'Gone' })]),
  },
  {
    name: 'beside an alert on another target',
    of: ruleGroup('shop', [idle, alertOf(promql`up{job=~"work.*"} == 0`, { name: 'Down' })]),
    marks: ['queue_depth == 0'],
    message: '`Idle` is silent when its target is down, and no alert watches `up` of `api`',
    hint: '`(sum(…) or vector(0))`, or an alert on `up == 0`',
  },
  {
    name: 'too little of a sum',
    of: alertOf(promql`max by (queue) (queue_depth) < 3`),
    marks: ['max by (queue) (queue_depth) < 3'],
  },
]);

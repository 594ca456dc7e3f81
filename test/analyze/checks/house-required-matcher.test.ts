import check from '../../../lib/analyze/checks/house-required-matcher.ts';
import { plainAlert, promql, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const alert = (expr: ReturnType<typeof promql>) => plainAlert({ name: 'Full', expr });

describeCheck(check, [
  { name: 'a job', of: alert(promql`queue_depth{job="worker"} > 9`) },
  { name: 'a pattern', of: alert(promql`queue_depth{job=~"work.*"} > 9`) },
  {
    name: 'none',
    of: alert(promql`sum(queue_depth) > 9`),
    marks: ['queue_depth'],
    message: 'this does not say which `job` it is about',
    hint: '`job="…"`',
  },
  {
    name: 'which it is not',
    of: alert(promql`queue_depth{job!="worker"} > 9`),
    marks: ['queue_depth{job!="worker"}'],
  },
  {
    name: 'what the house asks for',
    of: {
      house: [{ code: 'house/required-matcher', labels: ['queue'] }],
      groups: [ruleGroup('shop', [alert(promql`queue_depth{queue="mail"} > 9`)])],
    },
  },
  {
    name: 'without what the house asks for',
    of: {
      house: [{ code: 'house/required-matcher', labels: ['queue'] }],
      groups: [ruleGroup('shop', [alert(promql`queue_depth{job="worker"} > 9`)])],
    },
    marks: ['queue_depth{job="worker"}'],
    hint: '`queue="…"`',
  },
  {
    name: 'what cannot have the label',
    of: {
      house: [{ code: 'house/required-matcher', labels: ['queue'] }],
      groups: [ruleGroup('shop', [alert(promql`disk_used > 9`)])],
    },
  },
]);

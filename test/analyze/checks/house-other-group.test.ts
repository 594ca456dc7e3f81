import check from '../../../lib/analyze/checks/house-other-group.ts';
import { plainAlert, promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const sum = record({ name: 'job:depth:sum', expr: m.queue_depth.sumBy('job') });
const most = record({ name: 'job:depth:max1h', expr: promql`max_over_time(job:depth:sum[1h])` });

describeCheck(check, [
  { name: 'one group', of: ruleGroup('base', [sum, most]) },
  {
    name: 'an alert',
    of: {
      groups: [
        ruleGroup('base', [sum]),
        ruleGroup('top', [plainAlert({ name: 'Full', expr: promql`job:depth:sum > 9` })]),
      ],
    },
  },
  {
    name: 'the same at any moment',
    of: {
      groups: [
        ruleGroup('base', [record({ name: 'job:depth:sum', expr: promql`vector(1) + vector(2)` })]),
        ruleGroup('top', [most]),
      ],
    },
  },
  {
    name: 'two groups',
    of: { groups: [ruleGroup('base', [sum]), ruleGroup('top', [most])] },
    marks: ['job:depth:sum'],
    message: '`job:depth:sum` is recorded in another group, `base`',
    hint: 'put `job:depth:max1h` into `base`',
  },
  {
    name: 'what the house lets any group read',
    of: {
      house: [{ code: 'house/other-group', except: ['job:depth:.*'] }],
      groups: [ruleGroup('base', [sum]), ruleGroup('top', [most])],
    },
  },
]);

import check from '../../../lib/analyze/checks/house-long-range.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const recorded = record({ name: 'a:b:c', expr: promql`increase(requests_total[5h])` });

describeCheck(check, [
  { name: 'a day', of: promql`increase(requests_total[1d])` },
  { name: 'what Grafana chooses', of: promql`increase(requests_total[$__range])` },
  {
    name: 'a week',
    of: promql`increase(requests_total[1w])`,
    marks: ['requests_total[1w]'],
    message: '`1w` is more than the house allows',
    hint: 'at most `[1d]`; a recording rule for what is longer',
  },
  {
    name: 'a subquery',
    of: promql`max_over_time(sum(queue_depth)[2d:1h])`,
    marks: ['sum(queue_depth)[2d:1h]'],
  },
  {
    name: 'less than the house allows',
    of: {
      house: [{ code: 'house/long-range', atMost: '5h' }],
      groups: [ruleGroup('shop', [recorded])],
    },
  },
  {
    name: 'more',
    of: {
      house: [{ code: 'house/long-range', atMost: '4h' }],
      groups: [ruleGroup('shop', [recorded])],
    },
    marks: ['requests_total[5h]'],
  },
]);

import check from '../../../lib/analyze/checks/panel-duplicate-query.ts';
import { merge, target, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const depth = m.queue_depth.sum();

describeCheck(check, [
  { name: 'two of them', of: timeseries('A', '').query(depth, m.worker_slots.sum()) },
  {
    name: 'another point in time',
    of: timeseries('A', '').query(depth, target(depth, { instant: true })),
  },
  { name: 'a hidden one', of: timeseries('A', '').query(depth, target(depth, { hide: true })) },
  { name: 'for a transformation', of: timeseries('A', '').query(depth, depth).transform(merge()) },
  {
    name: 'the same, under another name',
    of: timeseries('A', '').query(depth, depth.legend('jobs')),
    marks: ['sum(queue_depth{job="api"})'],
    message: '`A` asks this already',
    hint: 'remove one of them',
  },
]);

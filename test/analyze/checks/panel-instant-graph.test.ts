import check from '../../../lib/analyze/checks/panel-instant-graph.ts';
import { reduceFields, stat, target, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const now = target(m.queue_depth.sum(), { instant: true });

describeCheck(check, [
  { name: 'a range', of: timeseries('A', '').query(m.queue_depth.sum()) },
  { name: 'one number', of: stat('A', '').query(now) },
  { name: 'a hidden one', of: timeseries('A', '').query(target(now, { hide: true })) },
  {
    name: 'a table with a time of its own',
    of: timeseries('A', '').query(target(now, { format: 'table' })),
  },
  {
    name: 'something made of it',
    of: timeseries('A', '')
      .query(now)
      .transform(reduceFields(['max'])),
  },
  {
    name: 'a graph',
    of: timeseries('A', '').query(now),
    marks: ['sum(queue_depth{job="api"})'],
    message: '`A` draws values over time, and its query returns one value',
    hint: 'leave out `instant`',
  },
]);

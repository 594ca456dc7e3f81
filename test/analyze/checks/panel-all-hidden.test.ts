import check from '../../../lib/analyze/checks/panel-all-hidden.ts';
import { target, text, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const hidden = target(m.queue_depth.sum(), { hide: true });

describeCheck(check, [
  { name: 'one of two', of: timeseries('A', '').query(hidden, m.worker_slots.sum()) },
  { name: 'a text', of: text('A', '') },
  { name: 'an expression beside', of: timeseries('A', '').query(hidden).raw({ targets: [] }) },
  {
    name: 'all',
    of: timeseries('A', '').query(hidden, hidden),
    marks: [undefined],
    message: '`A` hides all of its queries, so it always says "No data"',
    hint: 'leave out `hide` of the one to show',
  },
]);

import check from '../../../lib/analyze/checks/house-panel-title.ts';
import { text, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a title', of: timeseries('Queue', '').query(m.queue_depth.sum()) },
  { name: 'a text without one', of: text('', 'How to read this.') },
  {
    name: 'none',
    of: timeseries('', '').query(m.queue_depth.sum()),
    marks: [undefined],
    message: 'a panel has no title',
  },
  {
    name: 'spaces',
    of: timeseries(' ', 'Jobs that wait').query(m.queue_depth.sum()),
    marks: [undefined],
    message: 'the panel `Jobs that wait` has no title',
  },
]);

import check from '../../../lib/analyze/checks/house-panel-description.ts';
import { text, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a description', of: timeseries('Queue', 'Waiting.').query(m.queue_depth.sum()) },
  { name: 'a text without one', of: text('Notes', 'How to read this.') },
  {
    name: 'none',
    of: timeseries('Queue', '').query(m.queue_depth.sum()),
    marks: [undefined],
    message: '`Queue` has no description',
  },
]);

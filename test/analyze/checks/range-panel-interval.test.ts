import check from '../../../lib/analyze/checks/range-panel-interval.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'the window for rates', of: m.requests_total.rate() },
  { name: 'a fixed window', of: m.requests_total.rate('5m') },
  { name: 'the number of a step', of: m.requests_total.increase('$__interval') },
  { name: 'one sample is enough', of: m.queue_depth.maxOverTime('$__interval') },
  {
    name: 'the step as the window',
    of: m.requests_total.rate('$__interval').sum(),
    marks: ['rate(requests_total{job="api"}[$__interval])'],
    message: '`rate` over `$__interval` may see one sample only',
    hint: '`$__rate_interval`',
  },
]);

import check from '../../../lib/analyze/checks/range-min-interval.ts';
import { timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const panel = timeseries('A', '').query(m.queue_depth.sum());

// The shop is scraped every 15 seconds.
describeCheck(check, [
  { name: 'no interval', of: panel },
  { name: 'every scrape', of: panel.minInterval('15s') },
  {
    name: 'between scrapes',
    of: panel.minInterval('10s'),
    marks: [undefined],
    message: '`A` has a value every `10s`, but there is a scrape every `15s`',
    hint: ".minInterval('15s'), or leave it out",
  },
]);

import check from '../../../lib/analyze/checks/unit-missing.ts';
import { promql, stat, timeseries, valueMapping } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const seconds = promql`latency_seconds`;

describeCheck(check, [
  { name: 'inferred', of: timeseries('A', '').query(seconds) },
  { name: 'a unit', of: timeseries('A', '').query(seconds).unit('s') },
  { name: 'jobs', of: timeseries('A', '').query(m.queue_depth.sum()).unit('short') },
  {
    name: 'requests a second',
    of: timeseries('A', '').query(m.requests_total.rate().sum()).unit('short'),
  },
  {
    name: 'a name that suggests it',
    of: timeseries('A', '')
      .query(promql`a_bytes`)
      .unit('short'),
  },
  {
    name: 'texts in place of numbers',
    of: stat('A', '')
      .query(seconds)
      .unit('none')
      .mappings(valueMapping({ 0: { text: 'fast' } })),
  },
  {
    name: 'seconds',
    of: timeseries('A', '').query(seconds).unit('short'),
    marks: ['latency_seconds'],
    message: '`A` shows plain numbers (`short`), but its query is in `seconds`',
    hint: ".unit('s'), or leave it out",
  },
  {
    name: 'a ratio',
    of: stat('A', '')
      .query(promql`queue_depth / queue_depth`)
      .unit('none'),
    marks: ['queue_depth / queue_depth'],
    hint: ".unit('percentunit'), or leave it out",
  },
]);

import check from '../../../lib/analyze/checks/override-unknown-name.ts';
import { byName, byRegex, merge, promql, table, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const byQueue = m.queue_depth.sumBy('queue').legend('{{queue}} waiting');
const red = { color: 'red' } as const;

describeCheck(check, [
  {
    name: 'a name of a series',
    of: timeseries('A', '').query(byQueue).override(byName('mail waiting'), red),
  },
  {
    name: 'one of another query',
    of: timeseries('A', '')
      .query(byQueue, m.worker_slots.sum().legend('slots'))
      .override(byName('slots'), red),
  },
  {
    name: 'a label of any value',
    of: timeseries('A', '')
      .query(m.requests_total.rate().sumBy('route').legend('{{route}}'))
      .override(byName('/login'), red),
  },
  {
    name: 'no legend',
    of: timeseries('A', '')
      .query(promql`up`)
      .override(byName('a'), red),
  },
  { name: 'a pattern', of: timeseries('A', '').query(byQueue).override(byRegex(/mails/), red) },
  { name: 'a table', of: table('A', '').query(byQueue).override(byName('queue'), red) },
  {
    name: 'something made of them',
    of: timeseries('A', '').query(byQueue).transform(merge()).override(byName('a'), red),
  },
  {
    name: 'a name that no series has',
    of: timeseries('A', '').query(byQueue).override(byName('mail waits'), red),
    marks: [undefined],
    message: 'nothing in `A` has the name `mail waits`',
    hint: '`mail waiting`',
  },
  {
    name: 'a text in place of a legend',
    of: timeseries('A', '')
      .query(m.queue_depth.sum().legend('waiting'))
      .override(byName('Waiting'), red),
    marks: [undefined],
    hint: '`waiting`',
  },
]);

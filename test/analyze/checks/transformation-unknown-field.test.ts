import check from '../../../lib/analyze/checks/transformation-unknown-field.ts';
import {
  groupBy,
  merge,
  organize,
  promql,
  sortRows,
  table,
  timeseries,
} from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const depth = m.queue_depth.sumBy('queue');
const slots = m.worker_slots.sumBy('queue');

describeCheck(check, [
  {
    name: 'a label and the value',
    of: table('A', '')
      .query(depth)
      .transform(organize({ rename: { queue: 'Queue', Value: 'Jobs' } }), sortRows('Jobs')),
  },
  {
    name: 'the values of two queries',
    of: table('A', '')
      .query(depth, slots)
      .transform(merge(), organize({ rename: { 'Value #A': 'Jobs', 'Value #B': 'Slots' } })),
  },
  {
    name: 'a field that is hidden only',
    of: table('A', '')
      .query(depth)
      .transform(organize({ hide: ['instance'] })),
  },
  {
    name: 'an open result',
    of: table('A', '')
      .query(promql`nothing`)
      .transform(sortRows('pod')),
  },
  { name: 'series', of: timeseries('A', '').query(depth).transform(sortRows('mail')) },
  {
    name: 'behind something that makes other fields',
    of: table('A', '')
      .query(depth)
      .transform(
        groupBy({ by: ['queue'], calculate: { Value: ['max'] } }),
        sortRows('Value (max)'),
      ),
  },
  {
    name: 'a label that was summed away',
    of: table('A', '')
      .query(depth)
      .transform(organize({ rename: { instance: 'Instance' } })),
    marks: [undefined],
    message: '`organize` of `A` names the field `instance`, which is not there',
  },
  {
    name: 'the value of one query among two',
    of: table('A', '').query(depth, slots).transform(merge(), sortRows('Value')),
    marks: [undefined],
    message: '`sortBy` of `A` names the field `Value`, which is not there',
  },
  {
    name: 'a name from before',
    of: table('A', '')
      .query(depth)
      .transform(organize({ rename: { queue: 'Queue' } }), sortRows('queue')),
    marks: [undefined],
    hint: '`Queue`',
  },
]);

import check from '../../../lib/analyze/checks/link-label-impossible.ts';
import { byName, labelsToFields, promql, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const url = '/d/queue?var-queue=${__field.labels.queue}';

describeCheck(check, [
  {
    name: 'a label of one of the queries',
    of: timeseries('A', '')
      .query(m.queue_depth.sum(), m.worker_slots.sumBy('queue'))
      .dataLink('Queue', url),
  },
  {
    name: 'a label of an open result',
    of: timeseries('A', '')
      .query(promql`nothing`)
      .dataLink('Queue', url),
  },
  {
    name: 'labels of something else',
    of: timeseries('A', '')
      .query(m.queue_depth.sum())
      .transform(labelsToFields())
      .dataLink('Queue', url),
  },
  {
    name: 'a label that was summed away',
    of: timeseries('A', '').query(m.queue_depth.sum()).dataLink('Queue', url),
    marks: ['${__field.labels.queue}'],
    message: 'no series of `A` has the label `queue`',
  },
  {
    name: 'in a name',
    of: timeseries('A', '')
      .query(m.queue_depth.sumBy('queue'))
      .override(byName('mail'), { displayName: 'Queue ${__field.labels.queu}' }),
    marks: ['${__field.labels.queu}'],
    hint: '`queue`',
  },
]);

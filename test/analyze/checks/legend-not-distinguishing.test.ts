import check from '../../../lib/analyze/checks/legend-not-distinguishing.ts';
import { byName, promql, table, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const byQueue = m.queue_depth.sumBy('queue').legend('waiting');

describeCheck(check, [
  { name: 'the label', of: m.queue_depth.sumBy('queue').legend('{{queue}}') },
  { name: 'one series', of: m.queue_depth.sum().legend('waiting') },
  { name: 'no legend', of: m.queue_depth.sumBy('queue') },
  { name: 'a label of any value', of: m.requests_total.rate().sumBy('route').legend('requests') },
  { name: 'one of the values', of: promql`sum by (queue) (queue_depth{queue="pdf"})`.legend('a') },
  { name: 'a chosen one', of: promql`sum by (queue) (queue_depth{queue="$queue"})`.legend('a') },
  { name: 'the largest', of: promql`topk(1, sum by (queue) (queue_depth))`.legend('largest') },
  { name: 'a variable in it', of: promql`sum by (queue) (queue_depth)`.legend('$queue') },
  {
    name: 'another label beside',
    of: promql`sum by (code, route) (rate(requests_total[5m]))`.legend('{{route}}'),
  },
  { name: 'a table', of: table('A', '').query(byQueue) },
  {
    name: 'another name for the series',
    of: timeseries('A', '').query(byQueue).override(byName('waiting'), { displayName: 'a' }),
  },
  {
    name: 'a text for several series',
    of: byQueue,
    marks: ['waiting'],
    message: 'the legend is the same for the series of `mail` and `pdf`, which `queue` tells apart',
    hint: '`{{queue}}`',
  },
  {
    name: 'a label with one value',
    of: promql`sum by (job, queue) (queue_depth{job="api"})`.legend('{{job}}'),
    marks: ['{{job}}'],
  },
]);

import check from '../../../lib/analyze/checks/legend-label-impossible.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a label of the result', of: m.queue_depth.sumBy('queue').legend('{{queue}}') },
  { name: 'text', of: m.queue_depth.sum().legend('waiting') },
  { name: 'a label of an open result', of: promql`nothing`.legend('{{pod}}') },
  { name: 'one that only a part of it spells', of: m.queue_depth.sum().legend('{queue} $queue') },
  {
    name: 'a label that was summed away',
    of: promql`sum by (queue) (queue_depth)`.legend('{{queue}} of {{ instance }}'),
    marks: ['{{ instance }}'],
    message:
      'the legend names `instance`, which no series of the result has: `sum by (queue)` keeps only `queue`',
    hint: '`queue`',
  },
  {
    name: 'one that the metric never had',
    of: promql`queue_depth`.legend('{{queu}}'),
    marks: ['{{queu}}'],
    hint: '`queue`',
  },
  {
    name: 'two of them',
    of: promql`sum(queue_depth)`.legend('{{a}} {{b}}'),
    marks: ['{{a}}', '{{b}}'],
  },
  {
    name: 'one that a part of the series lacks',
    of: promql`sum by (queue) (queue_depth) or vector(0)`.legend('{{queue}}'),
    marks: ['{{queue}}'],
    severity: 'warning',
  },
  {
    name: 'labels of which each part of the series has one',
    of: promql`sum by (queue) (queue_depth) or sum by (code) (rate(requests_total[5m]))`.legend(
      '{{queue}}{{code}}',
    ),
  },
  {
    name: 'labels of which a part of the series has none',
    of: promql`sum by (queue) (queue_depth) or sum by (code) (rate(requests_total[5m])) or sum(up)`.legend(
      '{{queue}}{{code}}',
    ),
    marks: ['{{queue}}'],
    severity: 'warning',
  },
]);

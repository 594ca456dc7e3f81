import check from '../../../lib/analyze/checks/rule-label-collision.ts';
import { promql, record } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const labels = { queue: 'all' };

describeCheck(check, [
  { name: 'a new label', of: record({ name: 'a:b', expr: promql`sum(queue_depth)`, labels }) },
  {
    name: 'a label with one value',
    of: record({ name: 'a:b', expr: promql`sum by (queue) (queue_depth{queue="pdf"})`, labels }),
  },
  { name: 'a label of an unknown metric', of: alertOf(promql`nothing > 1`, { labels }) },
  {
    name: 'a label with several',
    of: record({ name: 'a:b', expr: promql`sum by (queue) (queue_depth)`, labels }),
    marks: ['sum by (queue) (queue_depth)'],
    message:
      '`a:b` sets `queue`, which tells the series of its expression apart: those of `mail` and `pdf` become one',
    hint: 'another name for the label, or an expression without it',
  },
  {
    name: 'of an alert',
    of: alertOf(promql`queue_depth > 1`, { labels }),
    marks: ['queue_depth > 1'],
  },
]);

import check from '../../../lib/analyze/checks/annotation-label-impossible.ts';
import { annotation, promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';

const name = 'Full';
const sum = promql`sum by (queue) (queue_depth) > 9`;

describeCheck(check, [
  {
    name: 'labels of the result',
    of: shopDashboard([], {
      annotations: [annotation({ name, expr: sum, title: '{{queue}} is full', tags: ['queue'] })],
    }),
  },
  {
    name: 'a label of an open result',
    of: shopDashboard([], {
      annotations: [annotation({ name, expr: promql`nothing > 1`, text: '{{pod}}' })],
    }),
  },
  {
    name: 'a label that was summed away',
    of: shopDashboard([], {
      annotations: [
        annotation({ name, expr: sum, title: 'of {{ instance }}', text: '{{que}}', tags: ['job'] }),
      ],
    }),
    marks: ['{{ instance }}', '{{que}}', 'job'],
    message:
      'the annotation names `instance`, which no series of its result has: `sum by (queue)` keeps only `queue`',
    hint: '`queue`',
  },
]);

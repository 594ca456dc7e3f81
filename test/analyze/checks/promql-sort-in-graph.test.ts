import check from '../../../lib/analyze/checks/promql-sort-in-graph.ts';
import { promql, stat, table, target, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const sorted = promql`sort_desc(queue_depth)`;

describeCheck(check, [
  { name: 'a table', of: table('Queues', '').query(sorted) },
  { name: 'numbers', of: stat('Queues', '').query(sorted) },
  {
    name: 'a single moment',
    of: timeseries('Queues', '').query(target(sorted, { instant: true })),
  },
  { name: 'the largest', of: timeseries('Queues', '').query(promql`topk(3, queue_depth)`) },
  {
    name: 'a graph',
    of: timeseries('Queues', '').query(sorted),
    marks: ['sort_desc(queue_depth)'],
    message: '`sort_desc` does nothing in a graph over time',
    hint: "the panel's legend sorts: `.options({ legend: { sortBy: … } })`",
  },
]);

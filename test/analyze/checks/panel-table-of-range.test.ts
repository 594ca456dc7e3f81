import check from '../../../lib/analyze/checks/panel-table-of-range.ts';
import { promql, table, target, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const depth = promql`queue_depth`;
const range = { ...target(depth, { instant: false }), format: 'table' } as const;

describeCheck(check, [
  { name: 'what a table does by itself', of: table('A', '').query(depth) },
  { name: 'an instant query', of: table('A', '').query(target(depth, { instant: true })) },
  { name: 'a graph', of: timeseries('A', '').query(range) },
  {
    name: 'a row for every moment',
    of: table('A', '').query(range),
    marks: ['queue_depth'],
    message: '`A` has a row for every moment of the time range',
    hint: 'an instant query, or a transformation that reduces the series',
  },
]);

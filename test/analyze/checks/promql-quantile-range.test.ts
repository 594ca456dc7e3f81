import check from '../../../lib/analyze/checks/promql-quantile-range.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a quantile', of: m.payload_bytes.quantile(0.99) },
  { name: 'the ends', of: promql`quantile(0, queue_depth) + quantile(1, queue_depth)` },
  { name: 'a variable', of: promql`quantile($q, queue_depth)` },
  { name: 'a ratio below 0', of: promql`limit_ratio(-0.5, queue_depth)` },
  {
    name: 'percent',
    of: promql`histogram_quantile(95, rate(payload_bytes_bucket[5m]))`,
    marks: ['95'],
    message: '`histogram_quantile` takes 0 to 1, not `95`',
    hint: '`0.95`',
  },
  { name: 'of series', of: promql`quantile(-0.5, queue_depth)`, marks: ['-0.5'] },
  { name: 'over time', of: promql`quantile_over_time(99, queue_depth[5m])`, marks: ['99'] },
  {
    name: 'a ratio',
    of: promql`limit_ratio(1.5, queue_depth)`,
    marks: ['1.5'],
    message: '`limit_ratio` takes -1 to 1, not `1.5`',
  },
]);

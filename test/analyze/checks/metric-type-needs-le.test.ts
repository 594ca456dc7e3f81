import check from '../../../lib/analyze/checks/metric-type-needs-le.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'with le', of: m.payload_bytes.quantile(0.9, { by: ['route'] }) },
  {
    name: 'a native histogram, which has none',
    of: promql`histogram_quantile(0.9, sum(rate(render_seconds[5m])))`,
  },
  {
    name: 'groups by a variable, which may be le',
    of: promql`histogram_quantile(0.9, sum by ($group) (rate(payload_bytes_bucket[5m])))`,
  },
  {
    name: 'all labels added up',
    of: promql`histogram_quantile(0.9, sum(rate(payload_bytes_bucket[5m])))`,
    marks: ['histogram_quantile(0.9, sum(rate(payload_bytes_bucket[5m])))'],
    message: '`histogram_quantile` needs the label `le`, which is gone: `sum` removes all labels',
    hint: '`sum by (le) (…)`',
  },
  {
    name: 'grouped by another',
    of: promql`histogram_quantile(0.9, sum by (route) (rate(payload_bytes_bucket[5m])))`,
    marks: ['histogram_quantile(0.9, sum by (route) (rate(payload_bytes_bucket[5m])))'],
    hint: '`sum by (route, le) (…)`',
  },
  {
    name: 'grouped without it',
    of: promql`histogram_quantile(0.9, sum without (le) (rate(payload_bytes_bucket[5m])))`,
    marks: ['histogram_quantile(0.9, sum without (le) (rate(payload_bytes_bucket[5m])))'],
  },
]);

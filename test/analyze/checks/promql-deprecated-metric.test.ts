import check from '../../../lib/analyze/checks/promql-deprecated-metric.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'one in use', of: m.requests_total.rate() },
  { name: 'one that is not declared', of: promql`old_total` },
  { name: 'whichever there is', of: promql`sum(requests_total or hits_total)` },
  {
    name: 'one or nothing',
    of: promql`sum(hits_total) or vector(0)`,
    marks: ['hits_total'],
  },
  {
    name: 'one that was renamed',
    of: promql`sum(rate(hits_total{job="api"}[5m]))`,
    marks: ['hits_total{job="api"}'],
    message: '`hits_total` is deprecated (renamed: use requests_total)',
  },
]);

import check from '../../../lib/analyze/checks/metric-type-mixes-rate.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'two rates', of: promql`rate(requests_total[5m]) / rate(retries_total[5m])` },
  { name: 'two counters', of: promql`requests_total / retries_total` },
  { name: 'a number of counters', of: promql`rate(requests_total[5m]) / count(retries_total)` },
  { name: 'a gauge', of: promql`sum(rate(requests_total[5m])) / sum(worker_slots)` },
  { name: 'what an hour added', of: promql`requests_total - increase(requests_total[1h])` },
  {
    name: 'a counter below a rate',
    of: promql`sum(rate(requests_total{code="500"}[5m])) / sum(requests_total)`,
    marks: ['sum(rate(requests_total{code="500"}[5m])) / sum(requests_total)'],
    message:
      'the right side of `/` is a counter since the start of its process, and the other is a rate',
    hint: '`rate(…)` or `increase(…)` on both sides',
  },
  {
    name: 'what only its name tells',
    of: {
      foreign: { open: true },
      groups: [
        ruleGroup('a', [
          record({ name: 'a:b', expr: promql`errors_total / rate(requests_total[5m])` }),
        ]),
      ],
    },
    marks: ['errors_total / rate(requests_total[5m])'],
    severity: 'info',
  },
]);

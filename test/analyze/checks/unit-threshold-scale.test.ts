import check from '../../../lib/analyze/checks/unit-threshold-scale.ts';
import { gauge, promql, stat } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const ratio = promql`queue_depth / queue_depth`;
const percent = promql`100 * (queue_depth / queue_depth)`;

describeCheck(check, [
  { name: 'a part', of: stat('A', '').query(ratio).thresholds({ critical: 0.9 }) },
  { name: 'more than all', of: stat('A', '').query(ratio).thresholds({ critical: 1.5 }) },
  { name: 'percent', of: stat('A', '').query(percent).thresholds({ critical: 90 }) },
  { name: 'little of a percent', of: stat('A', '').query(percent).thresholds({ critical: 0.5 }) },
  {
    name: 'seconds',
    of: stat('A', '')
      .query(promql`latency_seconds`)
      .max(100),
  },
  {
    name: 'percent of a ratio',
    of: stat('A', '').query(ratio).thresholds({ warning: 80, critical: 90 }),
    marks: [undefined],
    message: 'a threshold of `80` is `8000 %`: the values of `A` are shown in `percentunit`',
    hint: '`0.8`',
  },
  {
    name: 'an axis in percent',
    of: stat('A', '').query(ratio).unit('percentunit').max(100),
    marks: [undefined],
    message: 'a maximum of `100` is `10000 %`: the values of `A` are shown in `percentunit`',
    hint: '`1`',
  },
  {
    name: 'an axis to one percent',
    of: gauge('A', '').query(percent).unit('percent').max(1),
    marks: [undefined],
    hint: '`100`',
  },
  {
    name: 'an alert on a part',
    of: alertOf(
      promql`sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 0.05`,
    ),
  },
  {
    name: 'an alert on percent',
    of: alertOf(
      promql`100 * sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 5`,
    ),
  },
  {
    name: 'an alert on a multiple',
    of: alertOf(promql`sum(rate(retries_total[5m])) / sum(rate(requests_total[5m])) > 5`),
  },
  {
    name: 'an alert on percent of a part',
    of: alertOf(
      promql`sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 5`,
    ),
    marks: ['sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 5'],
    message: '`> 5` is `500 %`: a part of a whole is between 0 and 1',
    hint: '`> 0.05`',
  },
  {
    name: 'an alert on percent of a declared ratio',
    of: alertOf(promql`disk_used > 90`),
    marks: ['disk_used > 90'],
  },
]);

import check from '../../../lib/analyze/checks/house-filter-matcher.ts';
import { plainAlert, promql, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'both', of: promql`queue_depth{job=~"$job", instance=~"$instance"}` },
  { name: 'in braces', of: promql`queue_depth{job=~"\${job}", instance=~"\${instance:regex}"}` },
  {
    name: 'a fixed value besides',
    of: promql`queue_depth{job="worker", job=~"$job", instance=~"$instance"}`,
  },
  { name: 'an alert', of: plainAlert({ name: 'Full', expr: m.queue_depth.gt(9) }) },
  {
    name: 'neither',
    of: promql`sum(queue_depth)`,
    marks: ['queue_depth'],
    message: 'this does not follow `$job` and `$instance`',
    hint: '`job=~"$job", instance=~"$instance"`',
  },
  {
    name: 'another variable',
    of: promql`queue_depth{job=~"$task", instance=~"$instance"}`,
    marks: ['queue_depth{job=~"$task",instance=~"$instance"}'],
    message: 'this does not follow `$job`',
  },
  {
    name: 'one value only',
    of: promql`queue_depth{job="$job", instance=~"$instance"}`,
    marks: ['queue_depth{job="$job",instance=~"$instance"}'],
  },
  {
    name: 'what cannot have the label of the house',
    of: {
      house: [{ code: 'house/filter-matcher', variables: ['queue'] }],
      dashboards: [shopDashboard([timeseries('Full', '').query(promql`disk_used`)])],
    },
  },
  {
    name: 'what can',
    of: {
      house: [{ code: 'house/filter-matcher', variables: ['queue'] }],
      dashboards: [shopDashboard([timeseries('Full', '').query(promql`queue_depth`)])],
    },
    marks: ['queue_depth'],
    hint: '`queue=~"$queue"`',
  },
]);

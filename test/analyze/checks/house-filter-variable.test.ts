import check from '../../../lib/analyze/checks/house-filter-variable.ts';
import {
  constantVariable,
  labelValues,
  queryVariable,
  text,
  timeseries,
} from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

const panels = [timeseries('Depth', '').query(m.queue_depth.sum())];
const several = { multi: true, includeAll: true, allValue: '.+' } as const;
const job = queryVariable('job', labelValues(m.queue_depth, 'job'), several);
const instance = queryVariable('instance', labelValues(m.queue_depth, 'instance'), several);
const queue = queryVariable('queue', labelValues(m.queue_depth, 'queue'), several);

describeCheck(check, [
  { name: 'both', of: shopDashboard(panels, { variables: [job, instance] }) },
  { name: 'nothing is asked', of: shopDashboard([text('Notes', 'How to read this.')]) },
  {
    name: 'those of the house',
    of: {
      house: [{ code: 'house/filter-variable', variables: ['queue'] }],
      dashboards: [shopDashboard(panels, { variables: [queue] })],
    },
  },
  {
    name: 'not those of the house',
    of: {
      house: [{ code: 'house/filter-variable', variables: ['queue'] }],
      dashboards: [shopDashboard(panels, { variables: [job, instance] })],
    },
    marks: [undefined],
    message: '`Shop` has no variable `queue`',
    hint: "queryVariable('queue', labelValues(…, 'queue'), { multi: true, includeAll: true, allValue: '.+' })",
  },
  {
    name: 'neither',
    of: shopDashboard(panels),
    marks: [undefined, undefined],
    message: '`Shop` has no variable `job`',
  },
  {
    name: 'one value at a time',
    of: shopDashboard(panels, {
      variables: [job, queryVariable('instance', labelValues(m.queue_depth, 'instance'))],
    }),
    marks: [undefined],
    message: '`$instance` takes one value at a time and has no `.+` for All',
    hint: "{ multi: true, includeAll: true, allValue: '.+' }",
  },
  {
    name: 'fixed',
    of: shopDashboard(panels, { variables: [job, constantVariable('instance', 'a:1')] }),
    marks: [undefined],
    message: '`$instance` has one value',
  },
]);

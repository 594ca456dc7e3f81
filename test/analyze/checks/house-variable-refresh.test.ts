import check from '../../../lib/analyze/checks/house-variable-refresh.ts';
import { customVariable, labelValues, queryVariable } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

const queues = labelValues(m.queue_depth, 'queue');

describeCheck(check, [
  {
    name: 'with the time range',
    of: shopDashboard([], { variables: [queryVariable('queue', queues, { refresh: 'time' })] }),
  },
  {
    name: 'asks nobody',
    of: shopDashboard([], { variables: [customVariable('queue', ['mail'])] }),
  },
  {
    name: 'when it is loaded',
    of: shopDashboard([], { variables: [queryVariable('queue', queues)] }),
    marks: [undefined],
    message: '`$queue` does not ask again when the time range changes',
    hint: "refresh: 'time'",
  },
]);

import check from '../../../lib/analyze/checks/dashboard-refresh-too-fast.ts';
import { timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

const depth = timeseries('Depth', '').query(m.queue_depth.sum());

describeCheck(check, [
  { name: 'never', of: shopDashboard([depth]) },
  { name: 'as often as it is scraped', of: shopDashboard([depth], { refresh: '15s' }) },
  {
    name: 'more often',
    of: shopDashboard([depth], { refresh: '10s' }),
    marks: [undefined],
    message: 'it is loaded every `10s`, but nothing is scraped more often than every `15s`',
    hint: "refresh: '15s'",
  },
]);

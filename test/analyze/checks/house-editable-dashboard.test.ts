import check from '../../../lib/analyze/checks/house-editable-dashboard.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';

describeCheck(check, [
  { name: 'not editable', of: shopDashboard([], { editable: false }) },
  {
    name: 'editable',
    of: shopDashboard([], { editable: true }),
    marks: [undefined],
    message: 'people may change `Shop` in Grafana',
    hint: 'editable: false',
  },
  { name: 'by default', of: shopDashboard([]), marks: [undefined] },
]);

import check from '../../../lib/analyze/checks/house-datasource-variable.ts';
import { datasourceVariable, text, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

const panels = [timeseries('Depth', '').query(m.queue_depth.sum())];

const labelled = { label: 'Data source' };

describeCheck(check, [
  {
    name: 'named as everywhere',
    of: shopDashboard(panels, {
      variables: [datasourceVariable('datasource', 'prometheus', labelled)],
    }),
  },
  {
    name: 'named after its kind',
    of: shopDashboard(panels, {
      variables: [datasourceVariable('eu_prometheus_datasource', 'prometheus', labelled)],
    }),
  },
  {
    name: 'two of two kinds',
    of: shopDashboard(panels, {
      variables: [
        datasourceVariable('prometheus_datasource', 'prometheus', {
          label: 'Prometheus data source',
        }),
        datasourceVariable('loki_datasource', 'loki', { label: 'Loki data source' }),
      ],
    }),
  },
  { name: 'nothing is asked', of: shopDashboard([text('Notes', 'How to read this.')]) },
  {
    name: 'none',
    of: shopDashboard(panels),
    marks: [undefined],
    message: '`Shop` has no variable that chooses the datasource',
    hint: "datasourceVariable('datasource', 'prometheus', { label: 'Data source' })",
  },
  { name: 'nothing is shown yet', of: shopDashboard([]), marks: [undefined] },
  {
    name: 'a name of its own',
    of: shopDashboard(panels, {
      variables: [datasourceVariable('mydatasource', 'prometheus', labelled)],
    }),
    marks: [undefined],
    message: '`$mydatasource` chooses the datasource under a name of its own',
    hint: '`datasource`, or `prometheus_datasource`',
  },
  {
    name: 'no label',
    of: shopDashboard(panels, { variables: [datasourceVariable('datasource', 'prometheus')] }),
    marks: [undefined],
    message: '`$datasource` has no label',
    hint: '`Data source`',
  },
  {
    name: 'two of which nobody knows which is which',
    of: shopDashboard(panels, {
      variables: [
        datasourceVariable('datasource', 'prometheus', labelled),
        datasourceVariable('loki_datasource', 'loki', labelled),
      ],
    }),
    marks: [undefined, undefined],
    hint: '`prometheus_datasource`',
  },
]);

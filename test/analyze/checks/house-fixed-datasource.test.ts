import check from '../../../lib/analyze/checks/house-fixed-datasource.ts';
import { datasourceVariable, namedDatasource, text, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const depth = timeseries('Depth', '').query(m.queue_depth.sum());

describeCheck(check, [
  { name: 'none of its own', of: depth },
  { name: 'a variable', of: depth.datasource(datasourceVariable('datasource', 'prometheus')) },
  { name: 'the name of a variable', of: depth.datasource(namedDatasource('${DS_PROM}')) },
  { name: 'several', of: depth.datasource(namedDatasource('-- Mixed --')) },
  { name: 'a text', of: text('Notes', 'How to read this.') },
  {
    name: 'one of the stack',
    of: depth.datasource({ type: 'prometheus', uid: 'shop-prom' }),
    marks: [undefined],
    message: '`Depth` asks `shop-prom`, whatever is chosen above the dashboard',
    hint: '`${datasource}`',
  },
  {
    name: 'one by its name',
    of: depth.datasource(namedDatasource('Prometheus')),
    marks: [undefined],
  },
]);

import check from '../../../lib/analyze/checks/panel-unknown-datasource.ts';
import { datasourceVariable, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const panel = timeseries('A', '').query(m.queue_depth.sum());

describeCheck(check, [
  { name: 'the default', of: panel },
  { name: 'one of the stack', of: panel.datasource({ type: 'prometheus', uid: 'shop-prom' }) },
  { name: 'a variable', of: panel.datasource(datasourceVariable('source', 'prometheus')) },
  { name: 'a variable by name', of: panel.datasource({ type: 'prometheus', uid: '${source}' }) },
  {
    name: 'another',
    of: panel.datasource({ type: 'prometheus', uid: 'shop-pron' }),
    marks: [undefined],
    message:
      '`shop-pron`, which `A` asks, is the uid of no datasource of type `prometheus` in this stack',
    hint: '`shop-prom`',
  },
  {
    name: 'one of another type',
    of: panel.datasource({ type: 'loki', uid: 'shop-prom' }),
    marks: [undefined],
  },
]);

import { datasourceVariable, labelValues, queryVariable } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';

export const datasource = datasourceVariable('datasource', 'prometheus', {
  label: 'Datasource',
  initial: 'zander-prom',
});

/** Users come and go, and there may be thousands: All is a pattern and not a list of them. */
export const user = queryVariable('user_id', labelValues(m.buffer_capacity, 'user_id'), {
  label: 'User',
  description: 'Whose buffers and messages are shown. All others are for the whole server.',
  multi: true,
  includeAll: true,
  allValue: '.*',
  sort: 'naturalAsc',
  refresh: 'time',
});

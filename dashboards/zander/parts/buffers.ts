import { bufferFull } from '../../../alerts/zander/ingestion/buffers.ts';
import {
  barGauge,
  byName,
  merge,
  organize,
  row,
  steps,
  table,
  timeseries,
} from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { LEGEND_TABLE } from '../../shared/legend-table.ts';
import { user } from './variables.ts';

const size = m.buffer_size.where({ user_id: user }).maxBy('user_id');
const capacity = m.buffer_capacity.where({ user_id: user }).maxBy('user_id');
const utilisation = size.div(capacity.gt(0));

/** Red where the alert fires. */
const FULL = steps([
  { color: 'green' },
  { from: 0.8, color: 'yellow' },
  { from: 0.95, color: 'red' },
]);

/** How full the buffer of each user is. */
export const buffers = row('Buffers', [
  timeseries(
    'Buffer utilisation',
    'How full the buffer of each user is. Flat at 100 % is normal for a user who sends without a pause, as the buffer keeps the latest samples; flat at another height is a user who left.',
  )
    .query(utilisation.legend('{{user_id}}'))
    .linkedFrom(bufferFull)
    .unit('percentunit')
    .min(0)
    .max(1)
    .thresholds(FULL)
    .options({ legend: LEGEND_TABLE })
    .width(10),
  barGauge(
    'Buffer fill now',
    'How full the buffer of each user is at the end of the time range. Many in red at once: the server does not keep up; look at the database.',
  )
    .query(utilisation.legend('{{user_id}}'))
    .instant()
    .unit('percentunit')
    .min(0)
    .max(1)
    .thresholds(FULL)
    .options({ orientation: 'horizontal' })
    .width(6),
  table(
    'Buffer table',
    'Samples held and most that fit, by user; the fullest first. A capacity unlike the others: the server was configured anew since that user came.',
  )
    .query(size.legend('Samples'), capacity.legend('Capacity'), utilisation.legend('Utilisation'))
    .transform(
      merge(),
      organize({
        hide: ['Time'],
        rename: {
          user_id: 'User',
          'Value #A': 'Samples',
          'Value #B': 'Capacity',
          'Value #C': 'Utilisation',
        },
        order: ['user_id', 'Value #A', 'Value #B', 'Value #C'],
      }),
    )
    .unit('short')
    .options({ minWidth: 80, sortBy: [{ column: 'Utilisation', desc: true }] })
    .override(byName('Utilisation'), {
      unit: 'percentunit',
      min: 0,
      max: 1,
      thresholds: FULL,
      cell: { type: 'gauge', mode: 'basic' },
    })
    .width(8),
]);

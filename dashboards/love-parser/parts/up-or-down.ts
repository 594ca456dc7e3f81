import { stat, type Target, valueMapping } from '../../../lib/index.ts';

/** A big UP or DOWN a series, as it is at this moment: the last value known would go on saying UP. */
export function upOrDown(title: string, description: string, up: Target) {
  return stat(title, description)
    .query(up)
    .instant()
    .noValue('no data')
    .unit('none')
    .mappings(
      valueMapping({ 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } }),
    )
    .options({ colorMode: 'background', graphMode: 'none' });
}

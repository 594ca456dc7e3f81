import { stat, valueMapping } from '../../../lib/index.ts';

/** A big UP or DOWN a series; add what says it. */
export function upOrDown(title: string, description: string) {
  return stat(title, description)
    .unit('none')
    .mappings(
      valueMapping({ 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } }),
    )
    .options({ colorMode: 'background', graphMode: 'none' });
}

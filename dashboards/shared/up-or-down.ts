import { type Panel, stat, valueMapping } from '../../lib/index.ts';

/** A state of 0 or 1, in words and colours. */
export const UP_OR_DOWN = valueMapping({
  0: { text: 'DOWN', color: 'red' },
  1: { text: 'UP', color: 'green' },
});

/** A big UP or DOWN a series; add what says it. */
export function upOrDown(title: string, description: string): Panel<'stat'> {
  return stat(title, description)
    .unit('none')
    .mappings(UP_OR_DOWN)
    .options({ colorMode: 'background', graphMode: 'none' });
}

import type { Panel, Target } from '../../../lib/index.ts';
import { upOrDown } from '../../shared/up-or-down.ts';

/** A big UP or DOWN a series, as it is at this moment: the last value known would go on saying UP. */
export function upNow(title: string, description: string, up: Target): Panel<'stat'> {
  return upOrDown(title, description).query(up).instant().noValue('no data');
}

import type { VizTextDisplayOptions } from '@grafana/schema';

import { numberOf, recordOf } from '../json.ts';

/** Sizes in pixels that a panel asks for instead of those that fit. */
export function textSizes(text: unknown): VizTextDisplayOptions {
  const { titleSize, valueSize, percentSize } = recordOf(text);
  return {
    ...(numberOf(titleSize) !== undefined && { titleSize: numberOf(titleSize) as number }),
    ...(numberOf(valueSize) !== undefined && { valueSize: numberOf(valueSize) as number }),
    ...(numberOf(percentSize) !== undefined && { percentSize: numberOf(percentSize) as number }),
  };
}

import { type Field, formattedValueToString } from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PlotAxis } from './plot-config.ts';

/** How the axis of a field's values is written: in its unit, as its `custom` options say. */
export function axisOptions(field: Field | undefined): Partial<PlotAxis> {
  const custom = recordOf(field?.config.custom);
  const width = numberOf(custom['axisWidth']);
  const grid = custom['axisGridShow'];
  const placement = custom['axisPlacement'];
  return {
    format: (value, decimals) =>
      field?.display === undefined
        ? String(value)
        : formattedValueToString(field.display(value, field.config.decimals ?? decimals)),
    label: textOf(custom['axisLabel']),
    border: custom['axisBorderShow'] === true,
    ...(typeof grid === 'boolean' && { grid }),
    ...(width !== undefined && width > 0 && { size: width }),
    ...((placement === 'hidden' || placement === 'left' || placement === 'right') && { placement }),
  };
}

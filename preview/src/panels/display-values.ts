import {
  type FieldDisplay,
  formattedValueToString,
  getFieldDisplayValues,
  type ReduceDataOptions,
} from '@grafana/data';

import { recordOf, textOf, textsOf } from '../json.ts';
import type { PanelProps, Shown } from './panel-props.ts';

/** What panels of single values show: one value a field, or one a row, as `reduceOptions` says. */
export function displayValues(props: PanelProps, sparkline: boolean): FieldDisplay[] {
  const { frames, fieldConfig, options, replace, theme } = props;
  return getFieldDisplayValues({
    data: frames,
    fieldConfig,
    reduceOptions: reduceOptions(options['reduceOptions']),
    replaceVariables: replace,
    theme,
    timeZone: 'utc',
    sparkline,
    percentChange: options['showPercentChange'] === true,
  });
}

function reduceOptions(options: unknown): ReduceDataOptions {
  const { values, limit, calcs, fields } = recordOf(options);
  return {
    values: values === true,
    ...(typeof limit === 'number' && { limit }),
    calcs: [...textsOf(calcs)],
    fields: textOf(fields),
  };
}

/** Where there are no values, Grafana draws one that says so; that is no value. */
export function shownValues(values: readonly FieldDisplay[], frames: number): Shown | undefined {
  if (frames === 0 || values.length === 0) return undefined;
  return {
    names: values.map(({ display }) => display.title ?? ''),
    values: values.map(({ display }) => formattedValueToString(display)),
  };
}

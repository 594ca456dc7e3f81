import {
  type DataFrame,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
} from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import type { Bucket, Heat } from './heat.ts';

/** Of a frame with a field a bucket: what a sample counts happened in the interval before it. */
export function bucketHeat(
  frame: DataFrame,
  { options, interval, theme }: PanelProps,
): Omit<Heat, 'least' | 'most'> | undefined {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const counted = frame.fields.filter(({ type }) => type === FieldType.number);
  if (time === undefined || counted.length === 0 || frame.length === 0) return undefined;
  const step = numberOf(time.config.interval) ?? leastStep(time.values) ?? interval;
  const { unit, decimals } = recordOf(options['yAxis']);
  const format = getDisplayProcessor({
    field: {
      type: FieldType.number,
      config: {
        unit: textOf(unit) || counted[0]?.config.unit || '',
        decimals: numberOf(decimals) ?? null,
      },
    },
    theme,
  });
  const bounds = counted.map((field) => {
    const name = field.config.displayName ?? field.name;
    const bound = Number(name);
    return name !== '' && Number.isFinite(bound) ? formattedValueToString(format(bound)) : name;
  });
  const layout = textOf(recordOf(options['rowsFrame'])['layout']) || 'auto';
  return {
    cells: counted.flatMap((field, row) =>
      time.values.map((at: number, index) => ({
        from: at - step,
        to: at,
        yFrom: row,
        yTo: row + 1,
        count: numberOf(field.values[index]) ?? 0,
      })),
    ),
    yMin: 0,
    yMax: counted.length,
    buckets: bounds.map((name, row) => bucketOf(layout, name, bounds[row - 1], bounds[row + 1])),
  };
}

function bucketOf(layout: string, name: string, before?: string, after?: string): Bucket {
  if (layout === 'unknown') return { name, lower: '', upper: '' };
  return layout === 'ge'
    ? { name, lower: name, upper: after ?? '' }
    : { name, lower: before ?? '', upper: name };
}

function leastStep(times: readonly number[]): number | undefined {
  const steps = times.flatMap((time, index) => {
    const before = times[index - 1];
    return before === undefined || time <= before ? [] : [time - before];
  });
  return steps.length === 0 ? undefined : steps.reduce((least, step) => Math.min(least, step));
}

import {
  buildHistogram,
  type DataFrame,
  type Field,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  getFieldSeriesColor,
  getHistogramFields,
  type HistogramFields,
} from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';

/** How often values were in which range. */
export interface Counted {
  readonly ranges: readonly CountedRange[];
  readonly series: readonly CountedSeries[];
}

/** A range that has a name has its place among the others, and is 1 wide. */
export interface CountedRange {
  readonly from: number;
  readonly to: number;
  readonly lower: string;
  readonly upper: string;
}

export interface CountedSeries {
  readonly name: string;
  readonly color: string;
  readonly field: Field;
  readonly counts: readonly number[];
}

/** @returns nothing where there are no values */
export function countedOf(props: PanelProps): Counted | undefined {
  const { theme, frames } = props;
  const found = histogramOf(props);
  if (found === undefined || found.xMin.values.length === 0) return undefined;
  const { xMin, xMax, counts } = found;
  const display = getDisplayProcessor({ field: xMin, theme, timeZone: 'utc' });
  const write = (bound: unknown) => formattedValueToString(display(bound));
  const isNamed = xMin.type === FieldType.string;
  const ranges = xMin.values.map((lower: unknown, index) => {
    const upper = xMax.values[index] as unknown;
    return {
      from: isNamed ? index : (numberOf(lower) ?? 0),
      to: isNamed ? index + 1 : (numberOf(upper) ?? 0),
      lower: isNamed ? textOf(lower) : write(lower),
      upper: isNamed ? textOf(upper) : write(upper),
    };
  });
  const series = counts
    .filter((field) => !isHidden(field))
    .map((field) => seriesOf(field, frames, props));
  return { ranges, series };
}

function seriesOf(field: Field, frames: DataFrame[], { theme }: PanelProps): CountedSeries {
  const frame = frames.find(({ fields }) =>
    fields.some(({ name, labels }) => name === field.name && labels === field.labels),
  );
  return {
    name: field.state?.displayName ?? getFieldDisplayName(field, frame, frames),
    color: getFieldSeriesColor(field, theme).color,
    field,
    counts: field.values.map((count: unknown) => numberOf(count) ?? 0),
  };
}

function isHidden({ config }: Field): boolean {
  return recordOf(recordOf(config.custom)['hideFrom'])['viz'] === true;
}

function histogramOf({ frames, options, theme }: PanelProps): HistogramFields | undefined {
  const counted = frames.length === 1 && frames[0] ? getHistogramFields(frames[0]) : undefined;
  if (counted !== undefined) return counted;
  const bucketSize = numberOf(options['bucketSize']) ?? sizeOfOne(frames);
  const bucketOffset = numberOf(options['bucketOffset']);
  const bucketCount = numberOf(options['bucketCount']);
  return (
    buildHistogram(
      frames,
      {
        ...(bucketSize !== undefined && { bucketSize }),
        ...(bucketOffset !== undefined && { bucketOffset }),
        ...(bucketCount !== undefined && { bucketCount }),
        combine: options['combine'] === true,
      },
      theme,
    ) ?? undefined
  );
}

/** Where all values are the same, no size can be made of how far they are apart. */
function sizeOfOne(frames: readonly DataFrame[]): number | undefined {
  const values = new Set(
    frames.flatMap(({ fields }) =>
      fields.flatMap(({ type, values }) =>
        type === FieldType.number ? values.filter((value) => Number.isFinite(value)) : [],
      ),
    ),
  );
  return values.size <= 1 ? 1 : undefined;
}

import {
  dateTimeFormat,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
} from '@grafana/data';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import type { Pen, Plot, PlotAxis, Tick, TooltipText } from '../plot/index.ts';
import { colorOf, type HeatColors } from './heat-colors.ts';
import type { Bucket, Heat } from './heat.ts';

/** Writes counts. */
export type CountFormat = (count: number) => string;

export function heatPlot(
  props: PanelProps,
  heat: Heat,
  colors: HeatColors,
  format: CountFormat,
): Plot {
  const { timeRange, options, onTimeRange } = props;
  const gap = numberOf(options['cellGap']) ?? 1;
  return {
    x: { min: timeRange.from.valueOf(), max: timeRange.to.valueOf(), time: true },
    y: yAxis(props, heat),
    draw: (pen) => drawCells(pen, heat, colors, gap),
    tooltip: (x, y) => tooltip(props, heat, format, x, y),
    onTimeRange,
  };
}

export function countFormat({ options, theme }: PanelProps): CountFormat {
  const { unit, decimals } = recordOf(options['cellValues']);
  const config = { unit: textOf(unit) || 'short', decimals: numberOf(decimals) ?? null };
  const format = getDisplayProcessor({ field: { type: FieldType.number, config }, theme });
  return (count) => formattedValueToString(format(count));
}

function drawCells({ canvas, x, y, ratio }: Pen, heat: Heat, colors: HeatColors, gap: number) {
  for (const { from, to, yFrom, yTo, count } of heat.cells) {
    const left = Math.round(x(from));
    const width = Math.max(Math.round(x(to)) - left, ratio);
    const ends = [Math.round(y(yFrom)), Math.round(y(yTo))] as const;
    const height = Math.max(Math.abs(ends[1] - ends[0]), ratio);
    canvas.fillStyle = colorOf(colors, count);
    canvas.fillRect(
      left,
      Math.min(...ends),
      width - gapOf(width, gap * ratio),
      height - gapOf(height, gap * ratio),
    );
  }
}

/** Narrow cells have none: between them there would be more gap than cell. */
function gapOf(size: number, gap: number): number {
  return size >= 4 * gap ? Math.round(gap) : 0;
}

function yAxis({ options, theme }: PanelProps, { yMin, yMax, buckets }: Heat): PlotAxis {
  const axis = recordOf(options['yAxis']);
  const { unit, decimals, min, max, axisLabel, axisWidth, axisPlacement, axisBorderShow } = axis;
  const config = { unit: textOf(unit), decimals: numberOf(decimals) ?? null };
  const format = getDisplayProcessor({ field: { type: FieldType.number, config }, theme });
  const size = numberOf(axisWidth);
  return {
    min: buckets ? yMin : (numberOf(min) ?? yMin),
    max: buckets ? yMax : (numberOf(max) ?? yMax),
    reversed: axis['reverse'] === true,
    label: textOf(axisLabel),
    border: axisBorderShow === true,
    placement: axisPlacement === 'right' || axisPlacement === 'hidden' ? axisPlacement : 'left',
    ...(size !== undefined && { size }),
    ...(buckets
      ? { ticks: (pixels) => bucketTicks(buckets, pixels), grid: false }
      : { format: (value, some) => formattedValueToString(format(value, some)) }),
  };
}

const LEAST_TICK_PIXELS = 15;

/** At the bounds, where they are known; else in the middle of each. */
function bucketTicks(buckets: readonly Bucket[], pixels: number): Tick[] {
  const each = Math.max(Math.ceil((buckets.length * LEAST_TICK_PIXELS) / pixels), 1);
  const all = buckets.map(({ name, lower, upper }, row) => ({
    at: upper === name ? row + 1 : lower === name ? row : row + 0.5,
    text: name,
  }));
  return all.filter((_, row) => (buckets.length - 1 - row) % each === 0);
}

function tooltip(
  { options }: PanelProps,
  heat: Heat,
  format: CountFormat,
  x: number,
  y: number,
): TooltipText | undefined {
  if (recordOf(options['tooltip'])['mode'] === 'none') return undefined;
  const cell = heat.cells.find(
    ({ from, to, yFrom, yTo }) => from <= x && x < to && yFrom <= y && y < yTo,
  );
  if (cell === undefined) return undefined;
  const bucket = heat.buckets?.[cell.yFrom];
  const bounds = bucket ? [bucket.lower, bucket.upper] : [String(cell.yFrom), String(cell.yTo)];
  return {
    title: dateTimeFormat(cell.to, { timeZone: 'utc' }),
    rows: [
      { label: 'Bucket', value: bounds.filter((bound) => bound !== '').join(' – ') },
      { label: 'Count', value: format(cell.count) },
    ],
  };
}

import { measureText, UPLOT_AXIS_FONT_SIZE } from '@grafana/ui';

import { recordOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import {
  axisOptions,
  drawBar,
  type Pen,
  type Plot,
  type Tick,
  type TooltipText,
  valueRange,
} from '../plot/index.ts';
import type { Counted } from './counted.ts';

export function histogramPlot(props: PanelProps, counted: Counted): Plot {
  const { ranges, series } = counted;
  const fields = series.map(({ field }) => field);
  const tops = stackedTops(counted);
  const most = tops.reduce((most, { to }) => Math.max(most, ...to), 0);
  return {
    x: {
      min: Math.min(...ranges.map(({ from }) => from)),
      max: Math.max(...ranges.map(({ to }) => to)),
      grid: false,
      ticks: (pixels) => boundTicks(counted, pixels),
    },
    y: {
      ...axisOptions(fields[0]),
      // Limits are of the values that are counted, not of how many there are.
      ...valueRange([], { least: 0, most }),
    },
    draw: (pen) => drawRanges(pen, counted, tops),
    tooltip: (x) => tooltip(props, counted, x),
  };
}

interface Tops {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Series are on top of each other only where they say so; else each begins at 0. */
function stackedTops({ series, ranges }: Counted): Tops[] {
  const tops = ranges.map(() => 0);
  return series.map(({ field, counts }) => {
    const { mode } = recordOf(recordOf(field.config.custom)['stacking']);
    if (mode !== 'normal' && mode !== 'percent') return { from: ranges.map(() => 0), to: counts };
    const from = [...tops];
    for (const [index, count] of counts.entries()) tops[index] = (tops[index] ?? 0) + count;
    return { from, to: [...tops] };
  });
}

/** At bounds of ranges, as many as there is room for. */
function boundTicks({ ranges }: Counted, pixels: number): Tick[] {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return [];
  const bounds = [
    { at: first.from, text: first.lower },
    ...ranges.map(({ to, upper }) => ({ at: to, text: upper })),
  ];
  const widest = Math.max(
    ...bounds.map(({ text }) => measureText(text, UPLOT_AXIS_FONT_SIZE).width),
  );
  // Ranges without any values are left out, so they are not all as far apart.
  const room = ((last.to - first.from) * (widest + 18)) / Math.max(pixels, 1);
  return bounds.reduce<Tick[]>((ticks, bound) => {
    const before = ticks.at(-1);
    return before === undefined || bound.at - before.at >= room ? [...ticks, bound] : ticks;
  }, []);
}

function drawRanges(pen: Pen, { ranges, series }: Counted, tops: readonly Tops[]): void {
  for (const [index, { field, color }] of series.entries()) {
    for (const [at, range] of ranges.entries()) {
      const bottom = tops[index]?.from[at] ?? 0;
      const top = tops[index]?.to[at] ?? 0;
      if (top <= bottom) continue;
      const left = Math.round(pen.x(range.from));
      const above = Math.round(pen.y(top));
      const width = Math.max(Math.round(pen.x(range.to)) - left - pen.ratio, pen.ratio);
      const box = { left, top: above, width, height: Math.round(pen.y(bottom)) - above };
      drawBar(pen, box, color, field, true);
    }
  }
}

function tooltip({ options }: PanelProps, counted: Counted, x: number): TooltipText | undefined {
  const at = counted.ranges.findIndex(({ from, to }) => from <= x && x < to);
  const range = counted.ranges[at];
  if (recordOf(options['tooltip'])['mode'] === 'none' || range === undefined) return undefined;
  return {
    title: `${range.lower} – ${range.upper}`,
    rows: counted.series.map(({ name, color, counts }) => ({
      label: name,
      value: String(counts[at] ?? 0),
      color,
    })),
  };
}

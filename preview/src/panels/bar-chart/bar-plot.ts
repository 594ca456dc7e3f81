import { measureText, UPLOT_AXIS_FONT_SIZE } from '@grafana/ui';

import { numberOf, recordOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import {
  axisOptions,
  drawThresholds,
  type Plot,
  type PlotAxis,
  type Tick,
  type TooltipText,
  valueRange,
} from '../plot/index.ts';
import type { Bars } from './bars.ts';
import { drawBars } from './draw-bars.ts';

/** @param upwards columns; else bars to the right, the first category at the top */
export function barPlot(props: PanelProps, bars: Bars, upwards: boolean): Plot {
  const { options, theme } = props;
  const fields = bars.series.map(({ field }) => field);
  const ends = bars.series.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to]));
  const range =
    bars.stacking === 'percent'
      ? { min: 0, max: 1 }
      : valueRange(fields, { least: Math.min(0, ...ends), most: Math.max(0, ...ends) });
  const { placement, ...written } = axisOptions(fields[0]);
  const percent = { format: (share: number) => `${Math.round(share * 100)}%` };
  const values: PlotAxis = {
    ...range,
    ...written,
    ...(bars.stacking === 'percent' && percent),
    ...((upwards || placement === 'hidden') && placement !== undefined && { placement }),
  };
  const categories = categoryAxis(options, bars, upwards);
  return {
    x: upwards ? categories : values,
    y: upwards ? values : categories,
    draw: (pen) => {
      const first = fields[0];
      const space = { ...range, from: 0, to: bars.categories.length, upwards };
      if (first) drawThresholds(pen, first, space, theme);
      drawBars(pen, bars, props, upwards);
    },
    tooltip: (x, y) => tooltip(props, bars, upwards ? x : y),
  };
}

function categoryAxis(options: PanelProps['options'], bars: Bars, upwards: boolean): PlotAxis {
  const length = numberOf(options['xTickLabelMaxLength']) ?? 0;
  const rotation = upwards ? -(numberOf(options['xTickLabelRotation']) ?? 0) : 0;
  const texts = bars.categories.map((name) =>
    length > 0 && name.length > length ? `${name.slice(0, length)}…` : name,
  );
  const widest = Math.max(0, ...texts.map((text) => measureText(text, UPLOT_AXIS_FONT_SIZE).width));
  const steep = Math.abs(Math.sin((rotation * Math.PI) / 180));
  return {
    min: 0,
    max: bars.categories.length,
    reversed: !upwards,
    grid: false,
    ticks: (pixels) => categoryTicks(texts, pixels, upwards && rotation === 0 ? widest + 10 : 15),
    ...(rotation !== 0 && { rotation, size: Math.ceil(widest * steep) + 24 }),
  };
}

/** As many as there is room for. */
function categoryTicks(texts: readonly string[], pixels: number, room: number): Tick[] {
  const each = Math.max(Math.ceil((texts.length * room) / Math.max(pixels, 1)), 1);
  return texts.flatMap((text, index) => (index % each === 0 ? [{ at: index + 0.5, text }] : []));
}

function tooltip({ options }: PanelProps, bars: Bars, at: number): TooltipText | undefined {
  const { mode } = recordOf(options['tooltip']);
  const category = Math.floor(at);
  const title = bars.categories[category];
  if (mode === 'none' || title === undefined) return undefined;
  const shown = bars.series.flatMap(({ name, bars: own }) =>
    own
      .filter((bar) => bar.category === category)
      .map(({ text, color }) => ({ label: name, value: text, color })),
  );
  const links = bars.series.flatMap(
    ({ field }) => field.getLinks?.({ valueRowIndex: category }) ?? [],
  );
  return { title, rows: shown, links };
}

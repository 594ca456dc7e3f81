import type { GrafanaTheme2 } from '@grafana/data';
import { AxisPlacement, ScaleDirection, ScaleOrientation, VisibilityMode } from '@grafana/schema';
import { UPlotConfigBuilder } from '@grafana/ui';
import type uPlot from 'uplot';

import type { Pen, Plot } from './canvas-plot.tsx';

export interface PlotAxis {
  readonly min: number;
  readonly max: number;
  /** Values are milliseconds since 1970. */
  readonly time?: boolean;
  /** From the top down, or from the right to the left. */
  readonly reversed?: boolean;
  /** Where ticks are, and what is written there; absent: as it fits. */
  readonly ticks?: (lengthInPixels: number) => readonly Tick[];
  readonly format?: (value: number, decimals?: number) => string;
  readonly label?: string;
  readonly placement?: 'left' | 'right' | 'bottom' | 'hidden';
  readonly grid?: boolean;
  readonly border?: boolean;
  /** Pixels; absent: as the texts need. */
  readonly size?: number;
  /** Degrees. */
  readonly rotation?: number;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export function plotConfig(plot: Plot, theme: GrafanaTheme2): UPlotConfigBuilder {
  const config = new UPlotConfigBuilder('utc');
  addAxis(config, 'x', plot.x, theme);
  addAxis(config, 'y', plot.y, theme);
  // Draws nothing: uPlot asks for a series, and its scales for data.
  config.addSeries({
    scaleKey: 'y',
    theme,
    lineWidth: 0,
    showPoints: VisibilityMode.Never,
    pathBuilder: () => null,
  });
  config.addHook('draw', (u) => drawBetweenAxes(u, plot, theme));
  config.setPadding(paddingOf(plot));
  const { onTimeRange } = plot;
  config.setCursor({
    x: plot.x.time === true,
    y: false,
    points: { show: false },
    drag: { x: onTimeRange !== undefined, y: false },
  });
  if (onTimeRange !== undefined) {
    config.addHook('setSelect', ({ select, posToVal }) => {
      if (select.width < 2) return;
      onTimeRange({
        from: Math.round(posToVal(select.left, 'x')),
        to: Math.round(posToVal(select.left + select.width, 'x')),
      });
    });
  }
  return config;
}

/** Half of the last text of a horizontal axis is beyond it. */
function paddingOf({ x, y }: Plot): [number, number, number, number] {
  const half = x.placement === 'hidden' ? 8 : 18;
  const hasLeft = y.placement === undefined || y.placement === 'left';
  return [
    8,
    y.placement === 'right' ? 0 : half,
    x.placement === 'hidden' ? 8 : 0,
    hasLeft ? 0 : half,
  ];
}

function addAxis(
  config: UPlotConfigBuilder,
  scaleKey: 'x' | 'y',
  axis: PlotAxis,
  theme: GrafanaTheme2,
): void {
  const { min, max, time = false, ticks, format, grid, border, size, rotation } = axis;
  const horizontal = scaleKey === 'x';
  config.addScale({
    scaleKey,
    isTime: time,
    orientation: horizontal ? ScaleOrientation.Horizontal : ScaleOrientation.Vertical,
    direction: axis.reversed === true ? ScaleDirection.Left : ScaleDirection.Right,
    range: () => [min, max],
  });
  config.addAxis({
    scaleKey,
    theme,
    placement: PLACEMENTS[axis.placement ?? (horizontal ? 'bottom' : 'left')],
    isTime: time,
    ...(time && { timeZone: 'utc' }),
    ...(axis.label !== undefined && { label: axis.label }),
    ...(grid !== undefined && { grid: { show: grid } }),
    ...(border === true && { border: { show: true } }),
    ...(size !== undefined && { size }),
    ...(rotation !== undefined && { tickLabelRotation: rotation }),
    ...(format && { formatValue: (value, decimals) => format(value, decimals ?? undefined) }),
    ...(ticks && writtenTicks(ticks, horizontal)),
  });
}

function writtenTicks(ticks: NonNullable<PlotAxis['ticks']>, horizontal: boolean) {
  // The first time uPlot asks, it has not measured anything.
  const of = ({ bbox, width, height }: uPlot) => {
    const measured = horizontal ? bbox.width : bbox.height;
    return ticks(measured > 0 ? measured / devicePixelRatio : horizontal ? width : height);
  };
  return {
    splits: (u: uPlot) => of(u).map(({ at }) => at),
    values: (u: uPlot) => of(u).map(({ text }) => text),
    // Each place that is asked for is written.
    filter: (_: uPlot, splits: number[]) => splits,
  };
}

function drawBetweenAxes(u: uPlot, { draw }: Plot, theme: GrafanaTheme2): void {
  const { left, top, width, height } = u.bbox;
  const canvas = u.ctx;
  const pen: Pen = {
    canvas,
    x: (value) => u.valToPos(value, 'x', true),
    y: (value) => u.valToPos(value, 'y', true),
    ratio: devicePixelRatio,
    font: (size) => `${size * devicePixelRatio}px ${theme.typography.fontFamily}`,
  };
  canvas.save();
  canvas.beginPath();
  canvas.rect(left, top, width, height);
  canvas.clip();
  draw(pen);
  canvas.restore();
}

const PLACEMENTS = {
  left: AxisPlacement.Left,
  right: AxisPlacement.Right,
  bottom: AxisPlacement.Bottom,
  hidden: AxisPlacement.Hidden,
} as const;

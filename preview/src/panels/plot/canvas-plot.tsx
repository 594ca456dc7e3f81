import type { GrafanaTheme2 } from '@grafana/data';
import { UPlotChart } from '@grafana/ui';
import { useMemo, useRef } from 'react';
import type uPlot from 'uplot';

import { HoverTooltip, type TooltipText } from './hover-tooltip.tsx';
import { type PlotAxis, plotConfig } from './plot-config.ts';

/** Two axes, and what is drawn between them by the panel itself. */
export interface Plot {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Draws with `pen.canvas`; only what is between the axes is seen. */
  readonly draw: (pen: Pen) => void;
  /** Of a place, in values of the axes. */
  readonly tooltip: (x: number, y: number) => TooltipText | undefined;
  /** Of a selection on a time axis. */
  readonly onTimeRange?: (range: { readonly from: number; readonly to: number }) => void;
}

export interface Pen {
  readonly canvas: CanvasRenderingContext2D;
  /** Canvas pixels of a value. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Canvas pixels of a CSS pixel. */
  readonly ratio: number;
  readonly font: (size: number) => string;
}

interface CanvasPlotProps {
  /** Another object is drawn anew: keep it while its contents are the same. */
  readonly plot: Plot;
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
}

/** Axes and ticks are uPlot's with Grafana's settings, so they look as those of a time series panel do. */
export function CanvasPlot({ plot, width, height, theme }: CanvasPlotProps) {
  const drawn = useRef<uPlot>(undefined);
  const config = useMemo(() => plotConfig(plot, theme), [plot, theme]);
  const data = useMemo<uPlot.AlignedData>(
    () => [
      [plot.x.min, plot.x.max],
      [plot.y.min, plot.y.max],
    ],
    [plot],
  );
  const chart = useMemo(
    () => (
      <UPlotChart
        config={config}
        data={data}
        width={width}
        height={height}
        plotRef={(u) => {
          drawn.current = u;
        }}
      />
    ),
    [config, data, width, height],
  );
  const at = (x: number, y: number) => {
    const u = drawn.current;
    if (u === undefined) return undefined;
    const { left, top, width, height } = u.over.getBoundingClientRect();
    const outer = u.root.getBoundingClientRect();
    const inside = { x: x - (left - outer.left), y: y - (top - outer.top) };
    if (inside.x < 0 || inside.y < 0 || inside.x > width || inside.y > height) return undefined;
    return plot.tooltip(u.posToVal(inside.x, 'x'), u.posToVal(inside.y, 'y'));
  };
  return <HoverTooltip at={at}>{chart}</HoverTooltip>;
}

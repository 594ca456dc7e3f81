export { axisOptions } from './axis-options.ts';
export { CanvasPlot, type Pen, type Plot } from './canvas-plot.tsx';
export { type Box, drawBar } from './draw-bar.ts';
export { drawThresholds } from './draw-thresholds.ts';
export { HoverTooltip, type TooltipRow, type TooltipText } from './hover-tooltip.tsx';
export { type LegendItem, legendTexts, legendValues, panelLegend } from './panel-legend.tsx';
export type { PlotAxis, Tick } from './plot-config.ts';
export { valueRange } from './value-range.ts';

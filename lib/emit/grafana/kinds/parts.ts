import type {
  AxisConfig,
  HideSeriesConfig,
  ReduceDataOptions,
  StackingConfig,
  VizLegendOptions,
  VizTextDisplayOptions,
  VizTooltipOptions,
} from '@grafana/grafana-foundation-sdk/common';

import type {
  AxisOptions,
  HiddenFrom,
  LegendOptions,
  ReduceOptions,
  Stacking,
  TextSize,
  TooltipOptions,
} from '../../../model/index.ts';
import type { Json } from './json.ts';

/** `showLegend` is always written: the SDK's own default hides the legend, Grafana's shows it. */
export function legend(options: LegendOptions | undefined): Json<VizLegendOptions> | undefined {
  if (options === undefined) return undefined;
  const { mode, placement, calcs, sortBy, sortDesc, width } = options;
  return {
    showLegend: mode !== 'hidden',
    displayMode: mode === 'hidden' ? undefined : mode,
    placement,
    calcs,
    sortBy,
    sortDesc,
    width,
  };
}

export const LEGEND = { displayMode: 'list', placement: 'bottom', calcs: [] } as const;

export function tooltip(options: TooltipOptions | undefined): Json<VizTooltipOptions> | undefined {
  return options === undefined ? undefined : { ...options };
}

export const TOOLTIP = { mode: 'single', sort: 'none', hideZeros: false } as const;

export function reduceOptions(options: ReduceOptions): Json<ReduceDataOptions> {
  const { calcs, values, fields, limit } = options;
  return { calcs, values, fields, limit };
}

export const REDUCE = { calcs: ['lastNotNull'], fields: '', values: false } as const;

export function text(size: TextSize | undefined): Json<VizTextDisplayOptions> | undefined {
  return size === undefined ? undefined : { titleSize: size.title, valueSize: size.value };
}

export function axis(options: AxisOptions | undefined): Json<AxisConfig> {
  if (options === undefined) return {};
  const { log, symlog } = options;
  return {
    axisLabel: options.label,
    axisPlacement: options.placement,
    axisSoftMin: options.softMin,
    axisSoftMax: options.softMax,
    axisWidth: options.width,
    axisGridShow: options.grid,
    axisBorderShow: options.border,
    axisCenteredZero: options.centeredZero,
    axisColorMode: options.color,
    scaleDistribution:
      log === undefined
        ? undefined
        : { type: symlog === undefined ? 'log' : 'symlog', log, linearThreshold: symlog },
  };
}

export const AXIS = {
  axisLabel: '',
  axisPlacement: 'auto',
  axisBorderShow: false,
  axisCenteredZero: false,
  axisColorMode: 'text',
} as const;

export function stacking(stack: Stacking | undefined): Json<StackingConfig> | undefined {
  if (stack === undefined) return undefined;
  return typeof stack === 'string' ? { mode: stack, group: 'A' } : stack;
}

export const STACKING = { mode: 'none', group: 'A' } as const;

export function hideFrom(hidden: HiddenFrom | undefined): Json<HideSeriesConfig> | undefined {
  if (hidden === undefined) return undefined;
  return {
    viz: hidden.includes('viz'),
    legend: hidden.includes('legend'),
    tooltip: hidden.includes('tooltip'),
  };
}

export const HIDE_FROM = { viz: false, legend: false, tooltip: false } as const;

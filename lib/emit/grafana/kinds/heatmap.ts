import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/heatmap';

import type { HeatmapColor, HeatmapOptions } from '../../../model/index.ts';
import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { AXIS, axis, HIDE_FROM, hideFrom } from './parts.ts';

export const heatmap: KindEmitter<'heatmap'> = {
  plugin: 'heatmap',
  asks: 'heatmap',
  options: (options, { bucketUnit }) =>
    ({
      calculate: options.calculate,
      color: options.color && color(options.color),
      cellGap: options.cellGap,
      cellValues: { unit: options.cellUnit, decimals: options.cellDecimals },
      filterValues: { le: options.filterBelow },
      showValue: options.showValue,
      yAxis: yAxis(options.yAxis, bucketUnit),
      rowsFrame: { layout: options.layout },
      legend: { show: options.showLegend },
      tooltip: { mode: options.tooltip, yHistogram: options.yHistogram },
    }) satisfies Json<Options>,
  custom: (field) => ({ hideFrom: hideFrom(field.hide) }) satisfies Json<FieldConfig>,
  defaults: {
    options: {
      calculate: false,
      color: {
        mode: 'scheme',
        scheme: 'Oranges',
        fill: 'dark-orange',
        scale: 'exponential',
        exponent: 0.5,
        steps: 64,
        reverse: false,
      },
      cellGap: 1,
      cellValues: {},
      filterValues: { le: 1e-9 },
      showValue: 'auto',
      yAxis: { ...AXIS, axisPlacement: 'left', reverse: false },
      rowsFrame: { layout: 'auto' },
      legend: { show: true },
      tooltip: { mode: 'single', yHistogram: false },
    },
    custom: { hideFrom: HIDE_FROM },
  },
};

function color({ scheme, opacityOf, steps, reverse, min, max }: HeatmapColor) {
  const mode = opacityOf === undefined ? 'scheme' : 'opacity';
  return { mode, scheme, fill: opacityOf, steps, reverse, min, max } as const;
}

function yAxis(options: HeatmapOptions['yAxis'] = {}, bucketUnit?: string) {
  const { unit = bucketUnit, decimals, min, max, reverse } = options;
  return { ...axis(options), unit, decimals, min, max, reverse };
}

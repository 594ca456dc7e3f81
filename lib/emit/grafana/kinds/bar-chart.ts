import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/barchart';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { AXIS, axis, HIDE_FROM, hideFrom, LEGEND, legend, TOOLTIP, tooltip } from './parts.ts';

export const barChart: KindEmitter<'barChart'> = {
  plugin: 'barchart',
  asks: 'table',
  options: (options) =>
    ({
      xField: options.xField,
      colorByField: options.colorByField,
      orientation: options.orientation,
      stacking: options.stack,
      showValue: options.showValue,
      barWidth: options.barWidth,
      groupWidth: options.groupWidth,
      xTickLabelRotation: options.xTickLabelRotation,
      xTickLabelMaxLength: options.xTickLabelMaxLength,
      legend: legend(options.legend),
      tooltip: tooltip(options.tooltip),
    }) satisfies Json<Options>,
  custom: (field) =>
    ({
      lineWidth: field.lineWidth,
      fillOpacity: field.fill,
      gradientMode: field.gradient,
      thresholdsStyle: field.thresholdsStyle && { mode: field.thresholdsStyle },
      ...axis(field.axis),
      hideFrom: hideFrom(field.hide),
    }) satisfies Json<FieldConfig>,
  defaults: {
    options: {
      orientation: 'auto',
      stacking: 'none',
      showValue: 'auto',
      barWidth: 0.97,
      groupWidth: 0.7,
      xTickLabelRotation: 0,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: {
      ...AXIS,
      lineWidth: 1,
      fillOpacity: 80,
      gradientMode: 'none',
      thresholdsStyle: { mode: 'off' },
      hideFrom: HIDE_FROM,
    },
  },
};

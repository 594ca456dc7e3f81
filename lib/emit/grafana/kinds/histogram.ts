import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/histogram';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import {
  AXIS,
  axis,
  HIDE_FROM,
  hideFrom,
  LEGEND,
  legend,
  STACKING,
  stacking,
  TOOLTIP,
  tooltip,
} from './parts.ts';

export const histogram: KindEmitter<'histogram'> = {
  plugin: 'histogram',
  asks: 'series',
  options: (options) =>
    ({
      bucketCount: options.bucketCount,
      bucketSize: options.bucketSize,
      bucketOffset: options.bucketOffset,
      combine: options.combine,
      legend: legend(options.legend),
      tooltip: tooltip(options.tooltip),
    }) satisfies Json<Options>,
  custom: (field) =>
    ({
      lineWidth: field.lineWidth,
      fillOpacity: field.fill,
      gradientMode: field.gradient,
      stacking: stacking(field.stack),
      ...axis(field.axis),
      hideFrom: hideFrom(field.hide),
    }) satisfies Json<FieldConfig>,
  defaults: {
    options: {
      bucketCount: 30,
      bucketOffset: 0,
      combine: false,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: {
      ...AXIS,
      lineWidth: 1,
      fillOpacity: 80,
      gradientMode: 'none',
      stacking: STACKING,
      hideFrom: HIDE_FROM,
    },
  },
};

import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/timeseries';

import { Duration, type DurationLike } from '../../../catalog/index.ts';
import type { TimeseriesField } from '../../../model/index.ts';
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

export const timeseries: KindEmitter<'timeseries'> = {
  plugin: 'timeseries',
  asks: 'series',
  options: (options) =>
    ({
      legend: legend(options.legend),
      tooltip: tooltip(options.tooltip),
    }) satisfies Json<Options>,
  custom: (field, thresholds) =>
    ({
      drawStyle: field.draw,
      lineInterpolation: field.interpolation,
      lineWidth: field.lineWidth,
      lineStyle: field.lineStyle && LINE_STYLE[field.lineStyle],
      fillOpacity: field.fill,
      gradientMode: field.gradient,
      fillBelowTo: field.fillBelowTo,
      showPoints: field.points,
      pointSize: field.pointSize,
      stacking: stacking(field.stack),
      spanNulls: field.connectNulls === undefined ? undefined : gap(field.connectNulls),
      insertNulls: field.disconnect === undefined ? undefined : gap(field.disconnect),
      thresholdsStyle: thresholdsStyle(field.thresholdsStyle ?? thresholds),
      transform: field.transform,
      barAlignment: field.barAlignment && BAR_ALIGNMENT[field.barAlignment],
      barWidthFactor: field.barWidthFactor,
      ...axis(field.axis),
      hideFrom: hideFrom(field.hide),
    }) satisfies Json<FieldConfig>,
  defaults: {
    options: { legend: LEGEND, tooltip: TOOLTIP },
    custom: {
      ...AXIS,
      drawStyle: 'line',
      lineInterpolation: 'linear',
      lineWidth: 1,
      lineStyle: { fill: 'solid' },
      fillOpacity: 0,
      gradientMode: 'none',
      showPoints: 'auto',
      pointSize: 5,
      stacking: STACKING,
      spanNulls: false,
      insertNulls: false,
      thresholdsStyle: { mode: 'off' },
      barAlignment: 0,
      barWidthFactor: 0.6,
      hideFrom: HIDE_FROM,
    },
  },
};

const LINE_STYLE = {
  solid: { fill: 'solid' },
  dash: { fill: 'dash', dash: [10, 10] },
  dot: { fill: 'dot', dash: [0, 10] },
} as const satisfies Record<
  NonNullable<TimeseriesField['lineStyle']>,
  Json<FieldConfig['lineStyle']>
>;

const BAR_ALIGNMENT = { before: -1, center: 0, after: 1 } as const;

function thresholdsStyle(mode: TimeseriesField['thresholdsStyle']) {
  return mode && { mode };
}

/** All gaps, none, or those up to so many milliseconds. */
function gap(limit: boolean | DurationLike): boolean | number {
  return typeof limit === 'boolean' ? limit : Duration.of(limit).milliseconds;
}

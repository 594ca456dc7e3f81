import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/statetimeline';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { HIDE_FROM, hideFrom, LEGEND, legend, TOOLTIP, tooltip } from './parts.ts';

export const stateTimeline: KindEmitter<'stateTimeline'> = {
  plugin: 'state-timeline',
  asks: 'series',
  options: (options) =>
    ({
      mergeValues: options.mergeValues,
      showValue: options.showValue,
      alignValue: options.alignValue,
      rowHeight: options.rowHeight,
      perPage: options.perPage,
      legend: legend(options.legend),
      tooltip: tooltip(options.tooltip),
    }) satisfies Json<Options>,
  custom: (field) =>
    ({
      lineWidth: field.lineWidth,
      fillOpacity: field.fill,
      hideFrom: hideFrom(field.hide),
    }) satisfies Json<FieldConfig>,
  defaults: {
    options: {
      mergeValues: true,
      showValue: 'auto',
      alignValue: 'left',
      rowHeight: 0.9,
      perPage: 20,
      legend: LEGEND,
      tooltip: TOOLTIP,
    },
    custom: { lineWidth: 0, fillOpacity: 70, hideFrom: HIDE_FROM },
  },
};

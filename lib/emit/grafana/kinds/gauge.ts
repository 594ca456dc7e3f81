import type { Options } from '@grafana/grafana-foundation-sdk/gauge';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { REDUCE, reduceOptions, text } from './parts.ts';

export const gauge: KindEmitter<'gauge'> = {
  plugin: 'gauge',
  asks: 'total',
  thresholds: true,
  options: (options) =>
    ({
      showThresholdLabels: options.showThresholdLabels,
      showThresholdMarkers: options.showThresholdMarkers,
      orientation: options.orientation,
      sizing: options.sizing,
      minVizWidth: options.minVizWidth,
      minVizHeight: options.minVizHeight,
      reduceOptions: reduceOptions(options),
      text: text(options.textSize),
    }) satisfies Json<Options>,
  defaults: {
    options: {
      showThresholdLabels: false,
      showThresholdMarkers: true,
      orientation: 'auto',
      sizing: 'auto',
      minVizWidth: 75,
      minVizHeight: 75,
      reduceOptions: REDUCE,
    },
  },
};

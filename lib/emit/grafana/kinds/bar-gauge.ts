import type { Options } from '@grafana/grafana-foundation-sdk/bargauge';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { REDUCE, reduceOptions, text } from './parts.ts';

export const barGauge: KindEmitter<'barGauge'> = {
  plugin: 'bargauge',
  asks: 'total',
  thresholds: true,
  options: (options) =>
    ({
      displayMode: options.displayMode,
      valueMode: options.valueMode,
      namePlacement: options.namePlacement,
      showUnfilled: options.showUnfilled,
      orientation: options.orientation,
      sizing: options.sizing,
      minVizWidth: options.minVizWidth,
      minVizHeight: options.minVizHeight,
      maxVizHeight: options.maxVizHeight,
      reduceOptions: reduceOptions(options),
      text: text(options.textSize),
    }) satisfies Json<Options>,
  defaults: {
    options: {
      displayMode: 'gradient',
      valueMode: 'color',
      namePlacement: 'auto',
      showUnfilled: true,
      orientation: 'auto',
      sizing: 'auto',
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
      reduceOptions: REDUCE,
    },
  },
};

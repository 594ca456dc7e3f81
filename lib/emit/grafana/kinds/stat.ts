import type { Options } from '@grafana/grafana-foundation-sdk/stat';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { REDUCE, reduceOptions, text } from './parts.ts';

export const stat: KindEmitter<'stat'> = {
  plugin: 'stat',
  asks: 'total',
  thresholds: true,
  options: (options) =>
    ({
      graphMode: options.graphMode,
      colorMode: options.colorMode,
      justifyMode: options.justifyMode,
      textMode: options.textMode,
      wideLayout: options.wideLayout,
      showPercentChange: options.showPercentChange,
      percentChangeColorMode: options.percentChangeColorMode,
      orientation: options.orientation,
      reduceOptions: reduceOptions(options),
      text: text(options.textSize),
    }) satisfies Json<Options>,
  defaults: {
    options: {
      graphMode: 'area',
      colorMode: 'value',
      justifyMode: 'auto',
      textMode: 'auto',
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: 'standard',
      orientation: 'auto',
      reduceOptions: REDUCE,
    },
  },
};

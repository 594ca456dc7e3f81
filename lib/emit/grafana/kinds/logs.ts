import type { Options } from '@grafana/grafana-foundation-sdk/logs';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';

export const logs: KindEmitter<'logs'> = {
  plugin: 'logs',
  asks: 'series',
  options: (options) =>
    ({
      showTime: options.showTime,
      showLabels: options.showLabels,
      showCommonLabels: options.showCommonLabels,
      wrapLogMessage: options.wrapLines,
      prettifyLogMessage: options.prettify,
      enableLogDetails: options.details,
      dedupStrategy: options.dedup,
      sortOrder: options.order && ORDER[options.order],
      enableInfiniteScrolling: options.infiniteScrolling,
    }) satisfies Json<Options>,
  defaults: {
    options: {
      showTime: false,
      showLabels: false,
      showCommonLabels: false,
      wrapLogMessage: false,
      prettifyLogMessage: false,
      enableLogDetails: true,
      dedupStrategy: 'none',
      sortOrder: 'Descending',
      enableInfiniteScrolling: false,
    },
  },
};

const ORDER = { asc: 'Ascending', desc: 'Descending' } as const;

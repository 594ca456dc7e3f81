import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/table';

import type { Cell } from '../../../model/index.ts';
import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';

/** The SDK also writes `options.footer`, which Grafana 13 does not have any more. */
export const table: KindEmitter<'table'> = {
  plugin: 'table',
  asks: 'table',
  options: (options) =>
    ({
      showHeader: options.showHeader,
      cellHeight: options.cellHeight,
      sortBy: options.sortBy?.map(({ column, desc }) => ({ displayName: column, desc })),
    }) satisfies Json<Options>,
  custom: (field) =>
    ({
      align: field.align,
      cellOptions: field.cell && cellOptions(field.cell),
      width: field.width,
      minWidth: field.minWidth,
      filterable: field.filterable,
      hidden: field.hidden,
      inspect: field.inspect,
    }) satisfies Json<FieldConfig>,
  defaults: {
    options: { showHeader: true, cellHeight: 'sm' },
    // Not `cellOptions`: Grafana 13 requires it.
    custom: { align: 'auto', minWidth: 150, filterable: false, hidden: false, inspect: false },
  },
};

function cellOptions(cell: Cell) {
  return typeof cell === 'string' ? { type: cell } : cell;
}

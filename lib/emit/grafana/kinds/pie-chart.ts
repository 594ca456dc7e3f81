import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/piechart';

import type { PieChartOptions } from '../../../model/index.ts';
import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';
import { HIDE_FROM, hideFrom, legend, REDUCE, reduceOptions, TOOLTIP, tooltip } from './parts.ts';

export const pieChart: KindEmitter<'pieChart'> = {
  plugin: 'piechart',
  asks: 'total',
  options: (options) =>
    ({
      pieType: options.pieType,
      displayLabels: options.displayLabels,
      reduceOptions: reduceOptions(options),
      legend: pieLegend(options.legend),
      tooltip: tooltip(options.tooltip),
    }) satisfies Json<Options>,
  custom: (field) => ({ hideFrom: hideFrom(field.hide) }) satisfies Json<FieldConfig>,
  defaults: {
    options: {
      pieType: 'pie',
      displayLabels: [],
      reduceOptions: REDUCE,
      legend: { displayMode: 'list', placement: 'bottom', values: [] },
      tooltip: TOOLTIP,
    },
    custom: { hideFrom: HIDE_FROM },
  },
};

function pieLegend(options: PieChartOptions['legend']) {
  if (options === undefined) return undefined;
  const { values, ...rest } = options;
  return { ...legend(rest), values };
}

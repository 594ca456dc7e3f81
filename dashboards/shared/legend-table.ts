import type { LegendOptions } from '../../lib/index.ts';

/** A legend for graphs of several series: mean, maximum and last value of each, the largest first. */
export const LEGEND_TABLE = {
  mode: 'table',
  placement: 'bottom',
  calcs: ['mean', 'max', 'lastNotNull'],
  sortBy: 'Max',
  sortDesc: true,
} as const satisfies LegendOptions;

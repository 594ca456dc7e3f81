import { byName, type Panel } from '../../../lib/index.ts';

/** Colours for series that are named after the class of a status. */
export function byStatus(panel: Panel<'timeseries'>): Panel<'timeseries'> {
  return panel
    .override(byName('2xx'), { color: 'green' })
    .override(byName('3xx'), { color: 'blue' })
    .override(byName('4xx'), { color: 'yellow' })
    .override(byName('5xx'), { color: 'red' });
}

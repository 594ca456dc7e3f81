import { row, timeseries } from '../../../lib/index.ts';
import { m } from '../../../systems/fluxbase/index.ts';

/** Metrics of one's own; closed, because an unchanged Fluxbase has none. */
export const customRow = row(
  'Custom metrics',
  [
    timeseries('Custom events', 'Events of your own, per second. Empty: this Fluxbase has none.')
      .query(m.fluxbase_custom_events_total.rate().sum().legend('Events'))
      .min(0),
    timeseries(
      'Custom duration',
      'Duration of an operation of your own: p50 and p95. Empty: this Fluxbase has none.',
    )
      .query(
        m.fluxbase_custom_duration_seconds.quantile(0.5).legend('p50'),
        m.fluxbase_custom_duration_seconds.quantile(0.95).legend('p95'),
      )
      .unit('s')
      .min(0),
  ],
  { collapsed: true },
);

import {
  durationBuckets,
  requestRate,
  requestRateByStatus,
} from '../../../alerts/fluxbase/recording.ts';
import { below, matches, number, promqlOf, row, stat, timeseries } from '../../../lib/index.ts';
import { LEGEND_TABLE } from '../../shared/legend-table.ts';
import { byStatus } from './status-colors.ts';

const all = requestRate.series;
const byClass = requestRateByStatus.series;
const failed = byClass.where({ status: matches('5..') });

/** For weeks instead of hours: all of it reads what rules have recorded, so that a month loads as fast as a day. */
export const longRangeRow = row(
  'Long range (recorded)',
  [
    stat(
      'Success rate in range',
      'Share of the requests of the whole time range without a server error: what a promise of availability is measured by.',
    )
      .query(
        number(1)
          .sub(
            failed
              .sumOverTime('$__range')
              .sum()
              .orZero()
              .div(all.sumOverTime('$__range').sum().gt(0)),
          )
          .legend('Success rate'),
      )
      .unit('percentunit')
      .decimals(3)
      .thresholds(below({ warning: 0.99, critical: 0.95 }))
      .noValue('no requests')
      .width(4),
    byStatus(
      timeseries(
        'Status codes, hourly mean',
        'Requests by class of the status, mean of an hour. Shows the rhythm of the week, and when errors began.',
      )
        .query(byClass.avgOverTime('1h').sumBy('status').legend('{{status}}'))
        .unit('reqps')
        .min(0)
        .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE }),
    ).width(10),
    timeseries(
      'p95 latency, hourly',
      'p95 of the requests of an hour. A slope over weeks: tables that grow without the index for it.',
    )
      .query(
        // Recorded buckets are no histogram to the typed handles: no name ends in `_bucket`.
        promqlOf()`histogram_quantile(0.95, sum by (le) (avg_over_time(${durationBuckets.series}[1h])))`.legend(
          'p95',
        ),
      )
      .unit('s')
      .min(0)
      .width(10),
  ],
  { collapsed: true },
);

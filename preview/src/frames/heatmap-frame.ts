import { createDataFrame, type DataFrame, DataFrameType, FieldType } from '@grafana/data';

import type { PanelQueryAnswer } from '../../../lib/preview/protocol.ts';
import { sampleOf } from './sample.ts';

/**
 * One frame: the time, and a field a bucket named after its upper bound, lowest first.
 *
 * Prometheus's buckets count what the lower ones count, too; these do not. Series of the same bound are added up.
 */
export function heatmapFrame(query: PanelQueryAnswer): DataFrame {
  const times = [
    ...new Set(query.series.flatMap(({ values }) => values.map(([time]) => time))),
  ].sort((a, b) => a - b);
  const bounds = [...new Set(query.series.map(({ metric }) => metric['le'] ?? ''))].sort(
    (a, b) => sampleOf(a) - sampleOf(b),
  );
  let below: readonly number[] = times.map(() => 0);
  const buckets = bounds.map((le) => {
    const upTo = countsOf(query, le, times);
    // A scrape in between can see a higher bucket before a lower one: never less than nothing.
    const values = upTo.map((count, index) => Math.max(count - (below[index] ?? 0), 0));
    below = upTo;
    return { name: le, type: FieldType.number, labels: { le }, values };
  });
  return createDataFrame({
    refId: query.refId,
    meta: { type: DataFrameType.HeatmapRows },
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: { interval: query.step * 1000 },
        values: times.map((time) => time * 1000),
      },
      ...buckets,
    ],
  });
}

/** A bucket that has no sample at a time has counted nothing there. */
function countsOf(query: PanelQueryAnswer, le: string, times: readonly number[]): number[] {
  const sums = new Map<number, number>();
  for (const { metric, values } of query.series) {
    if ((metric['le'] ?? '') !== le) continue;
    for (const [time, value] of values) {
      const count = sampleOf(value);
      if (Number.isFinite(count)) sums.set(time, (sums.get(time) ?? 0) + count);
    }
  }
  return times.map((time) => sums.get(time) ?? 0);
}

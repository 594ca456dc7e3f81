import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';

import type { PanelQueryAnswer } from '../../../lib/preview/protocol.ts';
import { sampleOf } from './sample.ts';

/**
 * One frame: the time, a column for each label, the value.
 *
 * @param isOnly whether no other query of the panel is a table: its values are `Value`, else `Value #A`
 */
export function tableFrame(query: PanelQueryAnswer, isOnly: boolean): DataFrame {
  const labels = [...new Set(query.series.flatMap(({ metric }) => Object.keys(metric)))].sort();
  const rows = query.series.flatMap(({ metric, values }) =>
    values.map(([time, value]) => ({ metric, time: time * 1000, value: sampleOf(value) })),
  );
  return createDataFrame({
    refId: query.refId,
    meta: { preferredVisualisationType: 'table' },
    fields: [
      { name: 'Time', type: FieldType.time, values: rows.map(({ time }) => time) },
      ...labels.map((label) => ({
        name: label,
        type: FieldType.string,
        config: { filterable: true },
        values: rows.map(({ metric }) => metric[label] ?? ''),
      })),
      {
        name: isOnly ? 'Value' : `Value #${query.refId}`,
        type: FieldType.number,
        values: rows.map(({ value }) => value),
      },
    ],
  });
}

import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';

import type { PanelQueryAnswer } from '../../../lib/preview/protocol.ts';

/** One frame: the time of each line, the line, and its labels. Newest first. */
export function logsFrame(query: PanelQueryAnswer): DataFrame {
  const lines = query.lines ?? [];
  return createDataFrame({
    refId: query.refId,
    meta: { preferredVisualisationType: 'logs' },
    fields: [
      { name: 'Time', type: FieldType.time, values: lines.map(({ time }) => time) },
      { name: 'Line', type: FieldType.string, values: lines.map(({ line }) => line) },
      { name: 'labels', type: FieldType.other, values: lines.map(({ labels }) => labels) },
    ],
  });
}

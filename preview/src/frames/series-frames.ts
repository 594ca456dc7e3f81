import { createDataFrame, type DataFrame, FieldType } from '@grafana/data';

import type { PanelQueryAnswer } from '../../../lib/preview/protocol.ts';
import { nameOf } from './legend.ts';
import { sampleOf } from './sample.ts';

/** One frame a series: its time and its value. */
export function seriesFrames(query: PanelQueryAnswer): DataFrame[] {
  return query.series.map(({ metric, values }) => {
    const name = nameOf(metric, query);
    return createDataFrame({
      refId: query.refId,
      ...(name !== '' && { name }),
      meta: { type: 'timeseries-multi' as never },
      fields: [
        {
          name: 'Time',
          type: FieldType.time,
          config: { interval: query.step * 1000 },
          values: values.map(([time]) => time * 1000),
        },
        {
          name: 'Value',
          type: FieldType.number,
          labels: { ...metric },
          config: { ...(name !== '' && { displayNameFromDS: name }) },
          values: values.map(([, value]) => sampleOf(value)),
        },
      ],
    });
  });
}

import type { DataFrame } from '@grafana/data';

import type { PanelAnswer } from '../../../lib/preview/protocol.ts';
import { heatmapFrame } from './heatmap-frame.ts';
import { logsFrame } from './logs-frame.ts';
import { seriesFrames } from './series-frames.ts';
import { tableFrame } from './table-frame.ts';

/** What Grafana's data sources make of these answers. A query without series has no frame. */
export function framesOf({ queries }: Pick<PanelAnswer, 'queries'>): DataFrame[] {
  const tables = queries.filter(({ format }) => format === 'table').length;
  return queries.flatMap((query) => {
    if (query.format === 'logs') return (query.lines ?? []).length > 0 ? [logsFrame(query)] : [];
    if (query.series.length === 0) return [];
    if (query.format === 'table') return [tableFrame(query, tables === 1)];
    return query.format === 'heatmap' ? [heatmapFrame(query)] : seriesFrames(query);
  });
}

import { recordOf } from '../../json.ts';
import type { LegendItem } from '../plot/index.ts';
import type { StateRow } from './state-rows.ts';

/** The states that are seen, each once. A continuous colour means nothing by itself: those have no legend. */
export function stateLegend(rows: readonly StateRow[]): LegendItem[] {
  const items = new Map<string, LegendItem>();
  for (const { field, spans } of rows) {
    const isContinuous = field.config.color?.mode?.startsWith('continuous') === true;
    const isHidden = recordOf(recordOf(field.config.custom)['hideFrom'])['legend'] === true;
    if (isHidden || (isContinuous && (field.config.mappings ?? []).length === 0)) continue;
    for (const { text, color } of spans) {
      items.set(`${text} ${color}`, { name: text, color, values: [] });
    }
  }
  return [...items.values()];
}

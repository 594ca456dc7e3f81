import type { Edit } from '../../../diagnostics/index.ts';
import type { FileChange } from '../../../model/index.ts';
import { type ForeignFile, ForeignSite } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { listOf, rawOf } from '../raw.ts';
import type { Keys } from '../source-document.ts';
import type { RawPanel } from './raw-panels.ts';

/** Where a panel stands in a dashboard. */
export class PanelSite extends ForeignSite {
  readonly #document: JsonDocument;
  readonly #unit: Keys | undefined;

  constructor(file: ForeignFile, document: JsonDocument, panel: RawPanel) {
    super(file, document, panel.keys);
    this.#document = document;
    this.#unit = unitKeys(panel);
  }

  override edit(change: FileChange): Edit | undefined {
    if (change.kind !== 'unit') return super.edit(change);
    return this.#unit && this.#document.set(this.#unit, change.unit);
  }
}

/** Where the unit of all values of a panel stands; `undefined` where it has none, or where each axis has its own. */
function unitKeys({ panel, keys, field }: RawPanel): Keys | undefined {
  if (panel.type === 'singlestat') return [...keys, 'format'];
  if (panel.type === 'graph') {
    const [left] = listOf(panel.yaxes);
    return typeof rawOf(left).format === 'string' ? [...keys, 'yaxes', 0, 'format'] : undefined;
  }
  return WITH_FIELDS.has(String(panel.type)) ? [...field, 'defaults', 'unit'] : undefined;
}

/** By the plugin's id. */
const WITH_FIELDS: ReadonlySet<string> = new Set([
  ...['timeseries', 'stat', 'gauge', 'bargauge', 'barchart', 'piechart'],
  ...['state-timeline', 'status-history'],
]);

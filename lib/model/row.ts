import type { JsonValue } from '../catalog/index.ts';
import { type Site, siteOf } from '../diagnostics/index.ts';
import type { Panel } from './panel/index.ts';
import type { Variable } from './variable/index.ts';

/** Panels beside each other, under a title. Immutable. */
export interface Row {
  readonly kind: 'row';
  /** Empty: no header is drawn. */
  readonly title: string;
  readonly panels: readonly Panel[];
  /** Of each of its panels, in units of 30 pixels. */
  readonly height: number;
  readonly collapsed: boolean;
  /** One copy of the row for each value. */
  readonly repeat?: Variable;
  /** A header is drawn even without a title. */
  readonly header?: true;
  /** Merged into the JSON of its header last. */
  readonly raw?: { readonly [key: string]: JsonValue };
  readonly site?: Site;
}

export interface RowOptions {
  /** Of each of its panels, in units of 30 pixels. Default 8. */
  readonly height?: number;
  /** Closed until somebody opens it; its queries are not sent before. Default false. */
  readonly collapsed?: boolean;
  /** One copy of the row for each value of a variable. */
  readonly repeat?: Variable;
  /** Draws a header even where the title is empty. */
  readonly header?: true;
  /** Merged into the JSON of its header last, for what has no option here. */
  readonly raw?: { readonly [key: string]: JsonValue };
}

/**
 * A row of a dashboard. Panels flow from left to right and go on in a new line where 24 columns are full; see `layout`
 * for the width of those that have none. A row without a title draws no header.
 *
 * @example
 * row('Health', [producerUptime, consumerUptime], { height: 4 })
 */
export function row(title: string, panels: readonly Panel[], options: RowOptions = {}): Row {
  const site = siteOf(row);
  const { height = 8, collapsed = false, repeat, header, raw } = options;
  return Object.freeze({
    kind: 'row',
    title,
    panels: Object.freeze([...panels]),
    height,
    collapsed,
    ...(repeat === undefined ? {} : { repeat }),
    ...(header === undefined ? {} : { header }),
    ...(raw === undefined ? {} : { raw }),
    ...(site === undefined ? {} : { site }),
  } satisfies Row);
}

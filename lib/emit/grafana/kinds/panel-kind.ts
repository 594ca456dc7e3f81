import type { PanelKind, PanelTypes } from '../../../model/index.ts';
import type { JsonDraft } from './json.ts';

/** How panels of one type are written. */
export interface KindEmitter<K extends PanelKind> {
  /** Grafana's id of the panel type. */
  readonly plugin: string;
  /** The type's own options. */
  options(options: PanelTypes[K]['options'], facts: PanelFacts): Draft;
  /**
   * The type's own options of a field; absent where it has none. `thresholds` is how the panel's are drawn unless the
   * field says otherwise; absent for an override, and for a panel without thresholds.
   */
  custom?(field: PanelTypes[K]['field'], thresholds?: 'line' | 'line+area'): Draft;
  /** What Grafana assumes where nothing is written; it is left out. */
  readonly defaults: { readonly options: Draft; readonly custom?: Draft };
  /** How it asks: `total` is one value for the whole time range where the expression spans it. */
  readonly asks: 'series' | 'total' | 'table' | 'heatmap';
  /** Whether it is coloured by thresholds unless told otherwise. */
  readonly thresholds?: true;
}

/** What a panel type needs to know of the panel beside its options. */
export interface PanelFacts {
  readonly content: string;
  /** Of a histogram's buckets. */
  readonly bucketUnit?: string;
}

export type Draft = { readonly [key: string]: JsonDraft };

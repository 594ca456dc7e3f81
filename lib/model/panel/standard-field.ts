import type { Color, ColorScheme } from './color.ts';
import type { GrafanaUnit } from './grafana-units.ts';
import type { Mapping } from './mapping.ts';
import type { PanelLink } from './panel-link.ts';
import type { Limits, Thresholds } from './thresholds.ts';

/** What every field of every panel has. */
export interface StandardField {
  readonly unit?: GrafanaUnit;
  /** Number of decimals, 0 to 15. Default: what the value needs. */
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly color?: Color | ColorScheme;
  readonly thresholds?: Thresholds;
  /** In an override they come before the panel's own, which stay: Grafana takes none away. */
  readonly mappings?: readonly [Mapping, ...Mapping[]];
  /** Shown where there is no value. Default `-`. */
  readonly noValue?: string;
  /** Links of a value. */
  readonly links?: readonly PanelLink[];
  /** In place of the name that the legend gives; `${__field.labels.job}` is a label. */
  readonly displayName?: string;
}

/** A standard field as an override takes it. */
export type FieldChanges = Omit<StandardField, 'thresholds'> & {
  readonly thresholds?: Limits | Thresholds;
};

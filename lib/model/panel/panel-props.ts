import type { Duration, JsonValue } from '../../catalog/index.ts';
import type { Site } from '../../diagnostics/index.ts';
import type { Alert } from '../alert.ts';
import type { AllowHere } from '../allow.ts';
import type { ChosenDatasource, Variable } from '../variable/index.ts';
import type { Override } from './override.ts';
import type { PanelLink } from './panel-link.ts';
import type { PanelQuery } from './panel-query.ts';
import type { PanelKind, PanelTypes } from './panel-types.ts';
import type { StandardField } from './standard-field.ts';
import type { Transformation } from './transformation.ts';

/** A panel as data. Frozen. */
export interface PanelProps<K extends PanelKind = PanelKind> {
  readonly kind: K;
  readonly title: string;
  /** What it shows and what to do about it; Markdown, shown on the panel's ⓘ. */
  readonly description: string;
  /** What a text panel says; empty for the others. */
  readonly content: string;
  readonly site?: Site;
  /** What the panel's id is made of. Default: the titles of its row and of the panel. */
  readonly key?: string;
  /** In place of one that is made of the key. */
  readonly id?: number;
  /** Grafana's id of the panel type, where `kind` is `raw`. */
  readonly plugin?: string;
  /** Columns of 24. Default: a share of the row. */
  readonly width?: number;
  /** Units of 30 pixels. Default: the row's. */
  readonly height?: number;
  /** Columns from the left, and units of 30 pixels from the top of the row. Default: after the panel before it. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly queries: readonly PanelQuery[];
  /** Alerts that link here without being drawn. */
  readonly linkedFrom: readonly Alert[];
  readonly options: PanelTypes[K]['options'];
  readonly field: StandardField;
  readonly overrides: readonly Override[];
  readonly transformations: readonly Transformation[];
  readonly links: readonly PanelLink[];
  /** Default: the dashboard's datasource variable, or else the stack's default. */
  readonly datasource?: ChosenDatasource;
  readonly instant?: boolean;
  readonly minInterval?: Duration;
  readonly maxDataPoints?: number;
  readonly timeFrom?: Duration;
  readonly timeShift?: Duration;
  readonly transparent?: true;
  /** Why it shows nothing in a healthy system. */
  readonly mayBeEmpty?: string;
  readonly repeat?: Repeat;
  /** Findings in it that are known and stay for a while. */
  readonly allow?: readonly AllowHere[];
  /** Merged into the JSON last. */
  readonly raw?: { readonly [key: string]: JsonValue };
}

/** One copy of a panel for each value of a variable. */
export interface Repeat {
  readonly variable: Variable;
  readonly direction: 'horizontal' | 'vertical';
  /** Of a horizontal repetition. Default 4. */
  readonly maxPerRow?: number;
}

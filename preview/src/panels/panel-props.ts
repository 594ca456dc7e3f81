import type {
  DataFrame,
  FieldConfigSource,
  GrafanaTheme2,
  InterpolateFunction,
  TimeRange,
} from '@grafana/data';
import type { ComponentType } from 'react';

/** What a panel is drawn from. The same props give the same pixels: no clock, no chance, no motion. */
export interface PanelProps {
  /** Unique on the page: repeated panels share the id of the panel that they are copies of. */
  readonly key: string;
  readonly id: number;
  readonly title: string;
  /** After transformations, field defaults and overrides; `field.display`, `field.state` and `field.getLinks` are set. */
  readonly frames: DataFrame[];
  /** The panel's, with the defaults of its type. It comes from JSON: read it with care. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The panel's, with the defaults of its type in `custom` and thresholds that begin at -Infinity. */
  readonly fieldConfig: FieldConfigSource;
  /** Pixels inside the panel's frame and its padding. */
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
  readonly timeRange: TimeRange;
  readonly timeZone: 'utc';
  /** Milliseconds between two points, `$__interval`. */
  readonly interval: number;
  /** Fills variables in. What comes out is text of anybody's, never HTML. */
  readonly replace: InterpolateFunction;
  readonly annotations: readonly PanelAnnotation[];
  /** For a selection by mouse: milliseconds since 1970. */
  readonly onTimeRange: (range: { readonly from: number; readonly to: number }) => void;
}

export interface PanelAnnotation {
  readonly name: string;
  readonly color: string;
  readonly time: number;
  readonly timeEnd?: number;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
}

/** What is to be read in a panel: tests and reviews compare it. */
export interface Shown {
  /** In its legend, or of its values, in order. */
  readonly names: readonly string[];
  /** Texts of its values, with units, in order; of a table cell by cell. */
  readonly values: readonly string[];
}

/** A type of panel. */
export interface PanelKind {
  readonly component: ComponentType<PanelProps>;
  /** `none`: draws to the edge of the panel. */
  readonly padding: 'md' | 'none';
  /**
   * What `component` shows of these props; `undefined` where there is nothing to draw, and the panel says "No data"
   * instead of drawing. Called before each drawing, so nothing that takes long.
   */
  readonly shown: (props: PanelProps) => Shown | undefined;
  /** Without queries there is nothing to wait for. */
  readonly needsData: boolean;
}

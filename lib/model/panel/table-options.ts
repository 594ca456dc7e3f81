/** How a column of a table is drawn. */
export interface TableField {
  readonly align?: 'auto' | 'left' | 'right' | 'center';
  /** Default `auto`. */
  readonly cell?: Cell;
  /** Pixels. */
  readonly width?: number;
  /** Pixels. Default 150. */
  readonly minWidth?: number;
  /** People may filter by its values. */
  readonly filterable?: boolean;
  readonly hidden?: boolean;
  /** A cell can be opened to read all of it. */
  readonly inspect?: boolean;
}

/** How the cells of a column are drawn; the colours are those of thresholds and mappings. */
export type Cell =
  | 'auto'
  | 'color-text'
  | 'color-background'
  | 'gauge'
  | 'sparkline'
  | 'json-view'
  | 'image'
  | 'data-links'
  | { readonly type: 'auto' | 'color-text'; readonly wrapText: boolean }
  | {
      readonly type: 'color-background';
      readonly mode?: 'basic' | 'gradient';
      readonly applyToRow?: boolean;
      readonly wrapText?: boolean;
    }
  | {
      readonly type: 'gauge';
      readonly mode?: 'basic' | 'gradient' | 'lcd';
      readonly valueDisplayMode?: 'color' | 'text' | 'hidden';
    };

export interface TableOptions extends TableField {
  /** Default true. */
  readonly showHeader?: boolean;
  /** Default `sm`. */
  readonly cellHeight?: 'sm' | 'md' | 'lg';
  /** Titles of columns, first the most important. */
  readonly sortBy?: readonly { readonly column: string; readonly desc?: boolean }[];
}

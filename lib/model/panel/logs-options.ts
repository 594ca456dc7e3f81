export interface LogsOptions {
  readonly showTime?: boolean;
  readonly showLabels?: boolean;
  readonly showCommonLabels?: boolean;
  readonly wrapLines?: boolean;
  /** Prints JSON on several lines. */
  readonly prettify?: boolean;
  /** A line can be opened. Default true. */
  readonly details?: boolean;
  readonly dedup?: 'none' | 'exact' | 'numbers' | 'signature';
  /** Default `desc`: the newest first. */
  readonly order?: 'asc' | 'desc';
  readonly infiniteScrolling?: boolean;
}

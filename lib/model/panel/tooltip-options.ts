/** What is shown under the pointer. */
export interface TooltipOptions {
  /** Default `single`. */
  readonly mode?: 'single' | 'multi' | 'none';
  /** Of several series. Default `none`. */
  readonly sort?: 'none' | 'asc' | 'desc';
  readonly hideZeros?: boolean;
  /** Pixels. */
  readonly maxWidth?: number;
  readonly maxHeight?: number;
}

import type { ReduceOptions, TextSize } from './reduce-options.ts';

export interface BarGaugeOptions extends ReduceOptions {
  /** Default `gradient`. */
  readonly displayMode?: 'basic' | 'gradient' | 'lcd';
  /** Default `color`: the value in the colour of its bar. */
  readonly valueMode?: 'color' | 'text' | 'hidden';
  readonly namePlacement?: 'auto' | 'top' | 'left' | 'hidden';
  /** Default true. */
  readonly showUnfilled?: boolean;
  readonly orientation?: 'auto' | 'horizontal' | 'vertical';
  readonly sizing?: 'auto' | 'manual';
  /** Pixels, as the other sizes. Default 8. */
  readonly minVizWidth?: number;
  /** Default 16. */
  readonly minVizHeight?: number;
  /** Default 300. */
  readonly maxVizHeight?: number;
  readonly textSize?: TextSize;
}

import type { ReduceOptions, TextSize } from './reduce-options.ts';

export interface StatOptions extends ReduceOptions {
  /** The graph behind the number. Default `area`; it is empty for an instant query. */
  readonly graphMode?: 'none' | 'line' | 'area';
  /** Default `value`. */
  readonly colorMode?: 'none' | 'value' | 'background' | 'background_solid';
  readonly justifyMode?: 'auto' | 'center';
  /** Default `auto`: the name only when there are several values. */
  readonly textMode?: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
  /** Name and value side by side where there is room. Default true. */
  readonly wideLayout?: boolean;
  /** Change from the first to the last value. Default false. */
  readonly showPercentChange?: boolean;
  /** `inverted` where going up is bad. Default `standard`. */
  readonly percentChangeColorMode?: 'standard' | 'inverted' | 'same_as_value';
  readonly orientation?: 'auto' | 'horizontal' | 'vertical';
  readonly textSize?: TextSize;
}

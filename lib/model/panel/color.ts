type Hue = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple';
type Shade = 'super-light' | 'light' | 'semi-dark' | 'dark';

/** A colour of Grafana's palette, which follows the light or dark theme, or a fixed one. */
export type Color =
  | Hue
  | `${Shade}-${Hue}`
  | 'text'
  | 'transparent'
  | 'white'
  | 'black'
  | 'gray'
  | `#${string}`
  | `rgb(${string})`
  | `rgba(${string})`;

/** Colours that Grafana chooses: by threshold, by series, or along a gradient from min to max. */
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

export const COLOR_SCHEMES = [
  'thresholds',
  'palette-classic',
  'palette-classic-by-name',
  'continuous-GrYlRd',
  'continuous-RdYlGr',
  'continuous-BlYlRd',
  'continuous-YlRd',
  'continuous-BlPu',
  'continuous-YlBl',
  'continuous-blues',
  'continuous-reds',
  'continuous-greens',
  'continuous-purples',
] as const;

export function isColorScheme(color: Color | ColorScheme): color is ColorScheme {
  return (COLOR_SCHEMES as readonly string[]).includes(color);
}

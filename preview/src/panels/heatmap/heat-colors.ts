import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import * as chromatic from 'd3-scale-chromatic';

import { isRecord, numberOf, textOf } from '../../json.ts';
import type { Heat } from './heat.ts';

/** Colours from the least count to the largest. */
export interface HeatColors {
  readonly palette: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** d3's schemes by when they run the other way round: what is little should be near to the background. */
const LIGHT_TO_DARK =
  /^(Blues|BuGn|BuPu|GnBu|Greens|Greys|OrRd|Oranges|PuBu|PuBuGn|PuRd|Purples|RdPu|Reds|YlGn|YlGnBu|YlOrBr|YlOrRd)$/;
const DARK_TO_LIGHT = /^(Cividis|Inferno|Magma|Plasma|Viridis)$/;
const HOT_TO_COLD = /^(RdBu|RdYlBu|RdYlGn|Spectral)$/;

export function heatColors(options: unknown, heat: Heat, theme: GrafanaTheme2): HeatColors {
  const color = isRecord(options) ? options : {};
  const steps = Math.min(Math.max(Math.round(numberOf(color['steps']) ?? 64), 2), 128);
  const shares = Array.from({ length: steps }, (_, index) => index / (steps - 1));
  const palette =
    color['mode'] === 'opacity'
      ? opacities(shares, color, theme)
      : schemeColors(shares, textOf(color['scheme']), theme.isDark);
  return {
    palette: color['reverse'] === true ? palette.toReversed() : palette,
    min: numberOf(color['min']) ?? heat.least,
    max: numberOf(color['max']) ?? heat.most,
  };
}

export function colorOf({ palette, min, max }: HeatColors, count: number): string {
  const share = max > min ? (count - min) / (max - min) : 0;
  const index = Math.min(Math.max(Math.floor(share * palette.length), 0), palette.length - 1);
  return palette[index] ?? 'transparent';
}

function opacities(
  shares: readonly number[],
  color: Readonly<Record<string, unknown>>,
  theme: GrafanaTheme2,
): string[] {
  const fill = theme.visualization.getColorByName(textOf(color['fill']) || 'dark-orange');
  const exponent = color['scale'] === 'linear' ? 1 : (numberOf(color['exponent']) ?? 0.5);
  return shares.map((share) => colorManipulator.alpha(fill, share ** exponent));
}

function schemeColors(shares: readonly number[], name: string, isDark: boolean): string[] {
  const inverted =
    HOT_TO_COLD.test(name) || (isDark ? LIGHT_TO_DARK : DARK_TO_LIGHT).test(name || 'Oranges');
  return shares.map((share) => schemeOf(name)(inverted ? 1 - share : share));
}

/** Oranges, where there is none of that name. */
function schemeOf(name: string): (share: number) => string {
  const exported: Readonly<Record<string, unknown>> = chromatic;
  const found = exported[`interpolate${name}`];
  return typeof found === 'function'
    ? (share) => String(found(share))
    : chromatic.interpolateOranges;
}

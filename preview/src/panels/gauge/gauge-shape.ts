/** Degrees, clockwise; 0 is up. */
export interface Sweep {
  readonly start: number;
  readonly length: number;
}

/** Pixels; a radius is that of a band's middle. */
export interface GaugeShape {
  readonly sweep: Sweep;
  readonly centerX: number;
  readonly centerY: number;
  readonly radius: number;
  readonly barWidth: number;
  /** Of the band of thresholds around the bar; 0: there is none. */
  readonly bandRadius: number;
  readonly bandWidth: number;
  readonly labelRadius: number;
  readonly labelSize: number;
}

interface GaugeSpace {
  readonly width: number;
  readonly height: number;
  readonly circle: boolean;
  /** 0 to 1. */
  readonly barWidthFactor: number;
  readonly band: boolean;
  readonly labels: boolean;
}

const OPEN_SWEEP: Sweep = { start: 250, length: 220 };
const FULL_SWEEP: Sweep = { start: 0, length: 360 };

/** The largest gauge that fits, in the middle of its space. */
export function gaugeShape({ width, height, circle, ...space }: GaugeSpace): GaugeShape {
  const sweep = circle ? FULL_SWEEP : OPEN_SWEEP;
  // How far below its middle a gauge of radius 1 reaches: an open one ends above the bottom of its circle.
  const below = circle ? 1 : Math.sin(((sweep.length / 2 - 90) * Math.PI) / 180);
  // Those of an open gauge's ends are below them.
  const endLabels = space.labels && !circle ? 12 : 0;
  const outer = Math.max(Math.min(width / 2, (height - endLabels) / (1 + below)), 4);
  const barWidth = Math.max((space.barWidthFactor * outer) / 3, 2);
  const labelSize = space.labels ? Math.max(0.12 * outer ** 0.92, 10) : 0;
  const labels = labelSize * 1.5;
  const bandWidth = space.band ? Math.min(Math.max(0.2 * barWidth ** 0.92, 4), 12) : 0;
  const gap = space.band ? Math.min(Math.max(bandWidth / 2, 2), 12) : 0;
  const edge = Math.max(outer - labels, 4);
  const barEdge = Math.max(edge - bandWidth - gap, barWidth);
  const top = Math.max((height - endLabels - outer * (1 + below)) / 2, 0);
  return {
    sweep,
    centerX: width / 2,
    centerY: top + outer,
    radius: barEdge - barWidth / 2,
    barWidth,
    bandRadius: edge - bandWidth / 2,
    bandWidth,
    labelRadius: edge + labelSize * 0.7,
    labelSize,
  };
}

/** Where on the sweep a share from 0 to 1 is; beyond the ends it stays at them. */
export function angleOf({ start, length }: Sweep, share: number): number {
  const inside = Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 0;
  return start + length * inside;
}

export function pointAt(
  { centerX, centerY }: GaugeShape,
  radius: number,
  angle: number,
): readonly [x: number, y: number] {
  const radians = ((angle - 90) * Math.PI) / 180;
  return [centerX + radius * Math.cos(radians), centerY + radius * Math.sin(radians)];
}

/** An SVG path along a circle; a full circle ends just before it begins, or nothing would be drawn. */
export function arcPath(shape: GaugeShape, radius: number, from: number, to: number): string {
  const end = Math.min(to, from + 359.99);
  const [x1, y1] = pointAt(shape, radius, from);
  const [x2, y2] = pointAt(shape, radius, end);
  const large = end - from > 180 ? 1 : 0;
  return `M ${round(x1)} ${round(y1)} A ${round(radius)} ${round(radius)} 0 ${large} 1 ${round(x2)} ${round(y2)}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

import type { Thresholds } from '../../../model/index.ts';
import { listOf, type Raw, rawOf } from '../raw.ts';

/** The thresholds of a panel that somebody sees and somebody has chosen: Grafana writes its own, 80, into all panels. */
export function toThresholds(panel: Raw, defaults: Raw): Thresholds | undefined {
  const { mode, steps } = rawOf(defaults.thresholds);
  if (mode === 'percentage' || !isShown(panel, defaults)) return undefined;
  const [first, ...rest] = listOf(steps).map(rawOf);
  const values = rest.map(({ value }) => value);
  if (first === undefined || !values.every((value) => typeof value === 'number')) return undefined;
  if (values.length === 0 || (values.length === 1 && values[0] === GRAFANAS_OWN)) return undefined;
  const colours = rest.map(({ color }) => (typeof color === 'string' ? color : 'red'));
  return {
    mode: 'absolute',
    base: typeof first.color === 'string' ? first.color : 'green',
    steps: values.map((from, index) => ({ from, color: colours[index] ?? 'red' })),
  } as Thresholds;
}

const GRAFANAS_OWN = 80;

/** Graphs draw them when they are told to, what shows single values colours by them. */
function isShown(panel: Raw, defaults: Raw): boolean {
  if (panel.type === 'timeseries') {
    const { mode = 'off' } = rawOf(rawOf(defaults.custom).thresholdsStyle);
    return mode !== 'off';
  }
  const colour = rawOf(defaults.color).mode ?? 'thresholds';
  return SINGLE.has(String(panel.type)) && colour === 'thresholds';
}

const SINGLE: ReadonlySet<string> = new Set(['stat', 'gauge', 'bargauge']);

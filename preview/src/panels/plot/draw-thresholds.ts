import { colorManipulator, type Field, type GrafanaTheme2, ThresholdsMode } from '@grafana/data';

import { recordOf, textOf } from '../../json.ts';
import type { Pen } from './canvas-plot.tsx';

interface ThresholdSpace {
  /** Of the axis of values. */
  readonly min: number;
  readonly max: number;
  /** Of the other one. */
  readonly from: number;
  readonly to: number;
  /** Whether a larger value is higher, not further to the right. */
  readonly upwards: boolean;
}

/** Lines and areas of a field's thresholds, as its `thresholdsStyle` says. */
export function drawThresholds(
  pen: Pen,
  { config }: Field,
  space: ThresholdSpace,
  theme: GrafanaTheme2,
): void {
  const mode = textOf(recordOf(recordOf(config.custom)['thresholdsStyle'])['mode']);
  const { steps = [], mode: unit } = config.thresholds ?? {};
  if (mode === '' || mode === 'off' || mode === 'series') return;
  const { min, max, upwards, from, to } = space;
  const valueOf = (value: number) =>
    unit === ThresholdsMode.Percentage ? min + ((max - min) * value) / 100 : value;
  const { canvas, ratio } = pen;
  canvas.lineWidth = 2 * ratio;
  canvas.setLineDash(mode.startsWith('dashed') ? [10 * ratio, 10 * ratio] : []);
  for (const [index, { value, color }] of steps.entries()) {
    const lower = Math.max(valueOf(value), min);
    const upper = Math.min(valueOf(steps[index + 1]?.value ?? Number.POSITIVE_INFINITY), max);
    if (lower > upper) continue;
    const drawn = theme.visualization.getColorByName(color);
    const [x1, y1] = upwards ? [from, lower] : [lower, from];
    if (mode.includes('area')) {
      const [x2, y2] = upwards ? [to, upper] : [upper, to];
      canvas.fillStyle = colorManipulator.alpha(drawn, 0.15);
      canvas.fillRect(pen.x(x1), pen.y(y1), pen.x(x2) - pen.x(x1), pen.y(y2) - pen.y(y1));
    }
    if (mode === 'area' || !Number.isFinite(value) || lower !== valueOf(value)) continue;
    const [x2, y2] = upwards ? [to, lower] : [lower, to];
    canvas.strokeStyle = drawn;
    canvas.beginPath();
    canvas.moveTo(pen.x(x1), pen.y(y1));
    canvas.lineTo(pen.x(x2), pen.y(y2));
    canvas.stroke();
  }
  canvas.setLineDash([]);
}

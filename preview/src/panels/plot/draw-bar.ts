import { colorManipulator, type Field } from '@grafana/data';

import { numberOf, recordOf } from '../../json.ts';
import type { Pen } from './canvas-plot.tsx';

/** Canvas pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** @param upwards whether a larger value is higher, not further to the right: for a gradient */
export function drawBar(
  { canvas, ratio }: Pen,
  { left, top, width, height }: Box,
  color: string,
  { config }: Field,
  upwards: boolean,
): void {
  const custom = recordOf(config.custom);
  const fill = (numberOf(custom['fillOpacity']) ?? 80) / 100;
  const line = (numberOf(custom['lineWidth']) ?? 1) * ratio;
  const filled = colorManipulator.alpha(color, fill);
  canvas.fillStyle = filled;
  if (custom['gradientMode'] === 'opacity') {
    const gradient = upwards
      ? canvas.createLinearGradient(0, top, 0, top + height)
      : canvas.createLinearGradient(left + width, 0, left, 0);
    gradient.addColorStop(0, filled);
    gradient.addColorStop(1, colorManipulator.alpha(color, 0));
    canvas.fillStyle = gradient;
  }
  canvas.fillRect(left, top, width, height);
  if (line === 0 || width <= line || height <= 0) return;
  canvas.strokeStyle = color;
  canvas.lineWidth = line;
  canvas.strokeRect(left + line / 2, top + line / 2, width - line, Math.max(height - line, 0));
}

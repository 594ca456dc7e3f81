import type { Box } from '../browser/index.ts';
import type { Color, Picture } from './picture.ts';

/** Pixels. Panels stand 8 apart, so that outlines of neighbours do not touch. */
const THICKNESS = 3;

/** Draws a frame around a box, just inside of it, so that it is whole at the edge of the picture. */
export function outline(on: Picture, { x, y, width, height }: Box, color: Color): void {
  const bottom = y + height - THICKNESS;
  const right = x + width - THICKNESS;
  fill(on, { x, y, width, height: THICKNESS }, color);
  fill(on, { x, y: bottom, width, height: THICKNESS }, color);
  fill(on, { x, y, width: THICKNESS, height }, color);
  fill(on, { x: right, y, width: THICKNESS, height }, color);
}

/** @param opacity 0 to 1; what lies below shines through */
export function fill(on: Picture, box: Box, color: Color, opacity = 1): void {
  const left = Math.max(0, box.x);
  const right = Math.min(on.width, box.x + box.width);
  const end = Math.min(on.height, box.y + box.height);
  for (let y = Math.max(0, box.y); y < end; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * on.width + x) * 4;
      color.forEach((part, i) => {
        const below = on.data[at + i] ?? 0;
        on.data[at + i] = Math.round(below + (part - below) * opacity);
      });
    }
  }
}

import { PNG } from 'pngjs';

import type { Box, WindowSize } from '../browser/index.ts';

/** Pixels in memory: red, green, blue and opacity of each, line by line. */
export interface Picture extends WindowSize {
  readonly data: Buffer;
}

/** A colour: red, green and blue, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** Pictures are mostly plain areas: more effort makes them 3 % smaller, and takes four times as long. */
const EFFORT = 4;

export function decodePng(png: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(png);
  return { width, height, data };
}

/** The same bytes for the same pixels. */
export function encodePng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = data;
  return PNG.sync.write(png, { deflateLevel: EFFORT, colorType: 2 });
}

export function copyOf(picture: Picture): Picture {
  return { ...picture, data: Buffer.from(picture.data) };
}

/** Black, and opaque. */
export function blank({ width, height }: WindowSize): Picture {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width, height, data };
}

/** A part; what of the box lies outside is black. */
export function cut(from: Picture, box: Box): Picture {
  const part = blank(box);
  copyPixels(from, box, part, { x: 0, y: 0 });
  return part;
}

/** Lays a picture on another, at a place; what does not fit is left out. */
export function lay(part: Picture, on: Picture, at: Point): void {
  copyPixels(part, { x: 0, y: 0, width: part.width, height: part.height }, on, at);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function copyPixels(from: Picture, box: Box, to: Picture, at: Point): void {
  const left = Math.max(0, -box.x, -at.x);
  const right = Math.min(box.width, from.width - box.x, to.width - at.x);
  if (right <= left) return;
  for (let line = 0; line < box.height; line++) {
    const [source, target] = [box.y + line, at.y + line];
    if (source < 0 || source >= from.height || target < 0 || target >= to.height) continue;
    const start = (source * from.width + box.x + left) * 4;
    from.data.copy(
      to.data,
      (target * to.width + at.x + left) * 4,
      start,
      start + (right - left) * 4,
    );
  }
}

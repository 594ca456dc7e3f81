import type { Box } from '../../../lib/preview/browser/index.ts';
import type { Picture } from '../../../lib/preview/pictures/index.ts';

/** How many pixels are red, orange and green: lines, areas, values and backgrounds. */
export interface Colors {
  readonly red: number;
  readonly orange: number;
  readonly green: number;
  /** How many different ones there are. */
  readonly different: number;
}

export function colorsOf(picture: Picture, box: Box): Colors {
  let [red, orange, green] = [0, 0, 0];
  const different = new Set<number>();
  for (let y = Math.ceil(box.y); y < Math.floor(box.y + box.height); y++) {
    for (let x = Math.ceil(box.x); x < Math.floor(box.x + box.width); x++) {
      const at = (y * picture.width + x) * 4;
      const [r = 0, g = 0, b = 0] = picture.data.subarray(at, at + 3);
      different.add((r << 16) | (g << 8) | b);
      if (r > 180 && g < 100 && b < 120) red++;
      else if (r > 200 && g > 100 && g < 190 && b < 90) orange++;
      else if (g > 120 && g > r * 1.3 && g > b * 1.3) green++;
    }
  }
  return { red, orange, green, different: different.size };
}

/** The one that most pixels have, of those that say how bad it is. */
export function mainColor(colors: Colors | undefined): string {
  const { red = 0, orange = 0, green = 0 } = colors ?? {};
  const most = Math.max(red, orange, green);
  if (most < 100) return 'none';
  if (most === red) return 'red';
  return most === orange ? 'orange' : 'green';
}

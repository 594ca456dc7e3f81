import type { Picture } from '../../../lib/preview/pictures/index.ts';

const COLORS: Readonly<Record<string, readonly number[]>> = {
  '.': [0, 0, 0],
  w: [255, 255, 255],
  r: [255, 0, 0],
  g: [0, 255, 0],
};

/** A picture of which each letter is a pixel: black, white, red, green. */
export function picture(...lines: readonly string[]): Picture {
  const width = lines[0]?.length ?? 0;
  const bytes = lines.flatMap((line) => [...line].flatMap((c) => [...(COLORS[c] ?? []), 255]));
  return { width, height: lines.length, data: Buffer.from(bytes) };
}

/** The other way round; `?` for any other colour. */
export function linesOf({ width, height, data }: Picture): string[] {
  const letter = (at: number) => {
    const pixel = [...data.subarray(at, at + 3)].join();
    return Object.entries(COLORS).find(([, color]) => color.join() === pixel)?.[0] ?? '?';
  };
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => letter((y * width + x) * 4)).join(''),
  );
}

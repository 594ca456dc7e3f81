import type { PixelCount } from '../../preview/index.ts';

/**
 * How much of a panel differs.
 *
 * @example
 * pixelText({ different: 1234, all: 56_000 }) // '1,234 (2.2 %)'
 */
export function pixelText({ different, all }: PixelCount): string {
  if (different === 0) return 'none';
  const percent = (100 * different) / all;
  const share = percent < 0.1 ? '< 0.1' : percent.toFixed(1);
  return `${different.toLocaleString('en-US')} (${share} %)`;
}

/** The first number with a dot in what a program says about itself: `1.45.0` of `v1.45.0-2+b4`. */
export function versionIn(text: string): string | undefined {
  return /\d+(?:\.\d+)+/.exec(text)?.[0];
}

/**
 * Compares as many numbers as `bound` has: `0.17.1` is not after `0.17`.
 *
 * @returns negative where `version` is before `bound`, positive where it is after, 0 where it is one of its versions
 */
export function compareVersions(version: string, bound: string): number {
  const numbers = version.split('.').map(Number);
  for (const [i, wanted] of bound.split('.').map(Number).entries()) {
    const difference = (numbers[i] ?? 0) - wanted;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How much observations of one series differ: the standard deviation of their logarithm. */
export const SPREAD = 0.6;

/** Share of observations up to `bound`, where they are log-normal around `median`. */
export function shareUpTo(bound: number, median: number): number {
  if (bound <= 0) return 0;
  return normal(Math.log(bound / median) / SPREAD);
}

/** The mean of log-normal observations. */
export function meanOf(median: number): number {
  return median * Math.exp((SPREAD * SPREAD) / 2);
}

/** The observation below which a share `q` lies, roughly: the ends are those of some thousand observations. */
export function quantileOf(q: number, median: number): number {
  const z = Math.max(
    -3.5,
    Math.min(3.5, (1.6 * Math.log(Math.max(q, 1e-3) / Math.max(1 - q, 1e-3))) / 2.6),
  );
  return median * Math.exp(SPREAD * z);
}

/** Distribution function of the normal distribution, to 7 digits: Abramowitz and Stegun, 26.2.17. */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x > 0 ? 1 - tail : tail;
}

import { Duration } from '../catalog/index.ts';
import type { Alert } from '../model/index.ts';
import { type Expr, walk } from '../promql/index.ts';

const CANDIDATES = [60, 30, 20, 15, 10, 5, 2, 1];

/**
 * The scrape interval of an alert's tests: a minute, or the longest shorter one that divides every length that the cases
 * and the alert mention, and that puts four samples into every range of its expressions.
 *
 * @param expressions the alert's, and those of the recording rules below it
 */
export function testInterval(alert: Alert, expressions: readonly Expr[]): Duration {
  const lengths = [
    ...(alert.for === undefined ? [] : [alert.for.milliseconds]),
    ...alert.cases.flatMap(({ at, given }) => [
      Duration.of(at).milliseconds,
      ...given.flatMap(({ samples }) =>
        samples.parts.flatMap(({ length }) => (length === undefined ? [] : [length.milliseconds])),
      ),
    ]),
  ];
  const shortest = Math.min(...expressions.flatMap((expr) => [...rangesIn(expr)]));
  const fits = (seconds: number) =>
    seconds * 4_000 <= shortest && lengths.every((length) => length % (seconds * 1_000) === 0);
  return Duration.seconds(CANDIDATES.find(fits) ?? 1);
}

/** In milliseconds. */
function* rangesIn(expr: Expr): Generator<number> {
  for (const node of walk(expr)) {
    if (node.kind === 'matrix' && node.range.kind === 'duration') yield node.range.milliseconds;
  }
}

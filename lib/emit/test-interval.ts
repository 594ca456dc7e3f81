import { Duration } from '../catalog/index.ts';
import { type Alert, Distribution, type Samples } from '../model/index.ts';
import { type Expr, walk } from '../promql/index.ts';

const CANDIDATES = [60, 30, 20, 15, 10, 5, 2, 1];

/**
 * The scrape interval of an alert's tests: a minute, or the longest shorter one that divides every length that the cases
 * and the alert mention, that puts four samples into every range of its
 * expressions, and that sees the middle of `for`.
 *
 * @param expressions the alert's, and those of the recording rules below it
 */
export function testInterval(alert: Alert, expressions: readonly Expr[]): Duration {
  const lengths = [
    ...(alert.for === undefined ? [] : [alert.for.milliseconds]),
    ...alert.cases.flatMap(({ at, given }) => [
      Duration.of(at).milliseconds,
      ...given.flatMap(({ samples }) => lengthsOf(samples)),
    ]),
  ];
  const hold = alert.for?.milliseconds || Infinity;
  const shortest = Math.min(...expressions.flatMap((expr) => [...rangesIn(expr)]));
  const fits = (seconds: number) =>
    seconds * 4_000 <= shortest &&
    seconds * 2_000 <= hold &&
    lengths.every((length) => length % (seconds * 1_000) === 0);
  return Duration.seconds(CANDIDATES.find(fits) ?? 1);
}

/** In milliseconds. */
function lengthsOf(samples: Samples | Distribution): readonly number[] {
  const parts = samples instanceof Distribution ? samples.phases : samples.parts;
  return parts.flatMap((part) => [
    ...(part.length === undefined ? [] : [part.length.milliseconds]),
    ...('segment' in part && part.segment.kind === 'stairs'
      ? [part.segment.every.milliseconds]
      : []),
  ]);
}

/** In milliseconds. */
function* rangesIn(expr: Expr): Generator<number> {
  for (const node of walk(expr)) {
    if (node.kind === 'matrix' && node.range.kind === 'duration') yield node.range.milliseconds;
  }
}

/** A point of the curve that a lever draws: where it is set to, and the value that the engine returns there. */
export interface Point {
  readonly x: number;
  readonly value: number;
}

/**
 * Where to set a lever so that the value becomes `target`, as far as the points tell: a proportion through one point, a
 * line through two, and `(ax + b) / (cx + 1)` through three, which is what a ratio of sums is in one of its terms.
 *
 * @returns `undefined` where no such curve reaches it
 */
export function whereIs(
  target: number,
  points: readonly Point[],
  rest: number,
): number | undefined {
  const known = points.filter(({ value }) => Number.isFinite(value));
  const [p, q, r] = [...known].sort(
    (a, b) => Math.abs(a.value - target) - Math.abs(b.value - target),
  );
  if (p === undefined) return undefined;
  if (q === undefined) return fromOne(target, p, rest);
  return (r === undefined ? undefined : fromThree(target, p, q, r)) ?? fromTwo(target, p, q);
}

/** A lever that rests at 1 scales, one that rests at 0 adds. */
function fromOne(target: number, { x, value }: Point, rest: number): number | undefined {
  if (rest === 0) return x + (target - value);
  return value === 0 ? undefined : (x * target) / value;
}

function fromTwo(target: number, p: Point, q: Point): number | undefined {
  if (p.value === q.value) return undefined;
  return p.x + ((target - p.value) * (q.x - p.x)) / (q.value - p.value);
}

function fromThree(target: number, p: Point, q: Point, r: Point): number | undefined {
  // a·x + b − c·x·v = v at each of the three; the differences to the first leave two equations.
  const row = ({ x, value }: Point) => ({
    a: x - p.x,
    c: p.x * p.value - x * value,
    v: value - p.value,
  });
  const [s, t] = [row(q), row(r)];
  const determinant = s.a * t.c - t.a * s.c;
  if (Math.abs(determinant) < Number.EPSILON * Math.abs(s.a * t.c)) return undefined;
  const a = (s.v * t.c - t.v * s.c) / determinant;
  const c = (s.a * t.v - t.a * s.v) / determinant;
  const b = p.value - a * p.x + c * p.x * p.value;
  const x = (target - b) / (a - target * c);
  return Number.isFinite(x) ? x : undefined;
}

/**
 * Settings to try for a target: by the points on its side of the curve, which may have another shape beyond, and halfway
 * between the two points around it.
 */
export function candidates(
  target: number,
  points: readonly Point[],
  rest: number,
): readonly number[] {
  const [below, above] = [
    points.filter(({ value }) => value <= target),
    points.filter(({ value }) => value >= target),
  ];
  const [p, q] = [nearest(below, target), nearest(above, target)];
  const halfway = p !== undefined && q !== undefined && p !== q ? [(p.x + q.x) / 2] : [];
  const sides = [below, above].filter(({ length }) => length >= 2);
  const solved = [points, ...sides].flatMap((some) => whereIs(target, some, rest) ?? []);
  return [...new Set([...solved, ...(points.length > 2 ? halfway : [])])];
}

function nearest(points: readonly Point[], target: number): Point | undefined {
  return [...points].sort((p, q) => Math.abs(p.value - target) - Math.abs(q.value - target))[0];
}

/** Numbers beside `x` that are short to write: one of them may give the target to the last digit. */
export function shorter(x: number): readonly number[] {
  return [3, 6].map((digits) => Number(x.toPrecision(digits)));
}

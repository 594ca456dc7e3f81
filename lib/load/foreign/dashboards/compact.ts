/** A panel on the grid. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/**
 * Where Grafana shows the panels of a dashboard: from top to bottom and from left to right each is moved up as far as
 * there is room, and where it lies on another, below that one.
 *
 * @param top the first row of the grid that they may use
 * @returns in the order given
 */
export function compact(boxes: readonly Box[], top: number): readonly Box[] {
  const sorted = boxes
    .map((box, index) => ({ ...fit(box), index }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const placed: Box[] = [];
  const result = new Array<Box>(boxes.length);
  for (const [i, box] of sorted.entries()) {
    rise(box, placed, top);
    for (let other = under(box, placed); other !== undefined; other = under(box, placed)) {
      sink(sorted, i, other.y + other.h);
    }
    const { index, ...at } = box;
    placed.push(at);
    result[index] = at;
  }
  return result;
}

type Movable = { -readonly [K in keyof Box]: Box[K] };

/** Between the sides of the grid. */
function fit({ x, y, w, h }: Box): Movable {
  const width = Math.min(w, COLUMNS);
  return { x: Math.max(0, Math.min(x, COLUMNS - width)), y: Math.max(0, y), w: width, h };
}

/** Of the grid. */
export const COLUMNS = 24;

function rise(box: Movable, placed: readonly Box[], top: number): void {
  const bottom = Math.max(top, ...placed.map(({ y, h }) => y + h));
  box.y = Math.max(top, Math.min(bottom, box.y));
  while (box.y > top && under(box, placed) === undefined) box.y--;
}

/** Moves a box down, and before it those below that it would then lie on. */
function sink(sorted: readonly Movable[], i: number, y: number): void {
  const box = sorted[i];
  if (box === undefined) return;
  box.y += 1;
  for (const [k, other] of sorted.entries()) {
    if (k <= i) continue;
    if (other.y > box.y + box.h) break;
    if (isOver(box, other)) sink(sorted, k, y + box.h);
  }
  box.y = y;
}

function under(box: Box, others: readonly Box[]): Box | undefined {
  return others.find((other) => isOver(box, other));
}

/** Whether two panels lie on each other. */
export function isOver(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

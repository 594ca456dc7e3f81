import type { PanelQuery } from './panel-query.ts';

/** The `refId` of each query: its own, else the first free one of `A` to `Z`, `AA`, `AB`, … */
export function refIds(queries: readonly PanelQuery[]): string[] {
  const taken = new Set(queries.map((query) => query.refId));
  let next = 0;
  return queries.map(({ refId }) => {
    if (refId !== undefined) return refId;
    while (taken.has(letters(next))) next++;
    return letters(next++);
  });
}

/** As the columns of a spreadsheet: 0 is `A`, 26 is `AA`. */
function letters(n: number): string {
  const last = String.fromCharCode(65 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}

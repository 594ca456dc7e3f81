import { distance } from 'fastest-levenshtein';

/** The names, most similar to `wrong` first; of two as similar, the one that is as long. */
export function byNearness(wrong: string, names: readonly string[]): string[] {
  const ranked = names.map((name) => ({
    name,
    edits: edits(wrong, name),
    longer: Math.abs(wrong.length - name.length),
  }));
  return ranked.sort((a, b) => a.edits - b.edits || a.longer - b.longer).map(({ name }) => name);
}

/** Whether `wrong` can be a misspelling of `right`: of five letters two may differ, and never more than three. */
export function isNear(wrong: string, right: string): boolean {
  return edits(wrong, right) <= Math.min(3, Math.max(1, Math.floor(wrong.length * 0.4)));
}

function edits(a: string, b: string): number {
  return distance(a.toLowerCase(), b.toLowerCase());
}

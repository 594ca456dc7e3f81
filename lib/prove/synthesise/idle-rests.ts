import type { LabelSet } from './label-sets.ts';

/**
 * The series that count time in which nothing happened, each with those that count the rest of the same time: of the same
 * labels but for the one that says `idle`.
 *
 * @returns places in `series`
 * @example
 * idleRests([{ cpu: '0', mode: 'idle' }, { cpu: '0', mode: 'user' }, { cpu: '1', mode: 'user' }]) // Map { 0 => [1] }
 */
export function idleRests(series: readonly LabelSet[]): ReadonlyMap<number, readonly number[]> {
  const rests = new Map<number, readonly number[]>();
  for (const [s, labels] of series.entries()) {
    const label = Object.keys(labels).find((name) => labels[name] === 'idle');
    if (label === undefined) continue;
    const others = [...series.keys()].filter((o) => o !== s && agree(labels, series[o], label));
    if (others.length > 0) rests.set(s, others);
  }
  return rests;
}

function agree(a: LabelSet, b: LabelSet | undefined, except: string): boolean {
  return Object.keys(a).every((name) => name === except || a[name] === b?.[name]);
}

import { pick, type Sample, signature } from './steady-world.ts';

/** `histogram_quantile` of classic buckets. */
export function histogramQuantile(q: number, samples: readonly Sample[]): readonly Sample[] {
  const isKept = (label: string) => label !== 'le' && label !== '__name__';
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    if (sample.labels.le === undefined) continue;
    const key = signature(sample.labels, isKept);
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups.values()].flatMap((group): Sample[] => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ labels: pick(first.labels, isKept), value: quantile(q, group) }];
  });
}

function quantile(q: number, group: readonly Sample[]): number {
  const buckets = group
    .map(({ labels, value }) => ({ bound: boundOf(labels.le ?? ''), count: value }))
    .sort((a, b) => a.bound - b.bound);
  const last = buckets.at(-1);
  if (last?.bound !== Infinity || buckets.length < 2 || last.count === 0) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const rank = q * last.count;
  const index = buckets.slice(0, -1).findIndex(({ count }) => count >= rank);
  if (index === -1) return buckets.at(-2)?.bound ?? NaN;
  const [bucket, before] = [buckets[index], buckets[index - 1]];
  if (bucket === undefined) return NaN;
  if (before === undefined && bucket.bound <= 0) return bucket.bound;
  const [start, below] = [before?.bound ?? 0, before?.count ?? 0];
  return start + ((bucket.bound - start) * (rank - below)) / (bucket.count - below);
}

function boundOf(le: string): number {
  return /^\+?inf$/i.test(le) ? Infinity : Number(le);
}

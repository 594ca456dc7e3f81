import type { Aggregate } from '../../../promql/index.ts';
import { pick, type Sample, signature, unsteady } from './steady-world.ts';

/** @throws Unsteady for aggregations whose result depends on an order that is not fixed */
export function aggregated(
  { op, grouping }: Aggregate,
  samples: readonly Sample[],
  param: number | undefined,
): readonly Sample[] {
  const named = grouping?.labels ?? [];
  const isKept =
    grouping?.kind === 'without'
      ? (label: string) => !named.includes(label) && label !== '__name__'
      : (label: string) => named.includes(label);
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = signature(sample.labels, isKept);
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups.values()].flatMap((group): readonly Sample[] => {
    const [first] = group;
    if (first === undefined) return [];
    if (op === 'topk' || op === 'bottomk') return ranked(op, group, param);
    const values = group.map(({ value }) => value);
    return [{ labels: pick(first.labels, isKept), value: reduced(op, values, param) }];
  });
}

function ranked(
  op: 'topk' | 'bottomk',
  group: readonly Sample[],
  count: number | undefined,
): readonly Sample[] {
  const sorted = [...group].sort((a, b) => (op === 'topk' ? b.value - a.value : a.value - b.value));
  const [last, next] = [sorted[(count ?? 0) - 1], sorted[count ?? 0]];
  if (last !== undefined && last.value === next?.value) return unsteady('equals among the largest');
  return sorted.slice(0, count ?? 0);
}

function reduced(
  op: Aggregate['op'],
  values: readonly number[],
  param: number | undefined,
): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = sum / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  switch (op) {
    case 'sum':
      return sum;
    case 'avg':
      return mean;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'count':
      return values.length;
    case 'group':
      return 1;
    case 'stdvar':
      return variance;
    case 'stddev':
      return Math.sqrt(variance);
    case 'quantile': {
      const sorted = [...values].sort((a, b) => a - b);
      const rank = (param ?? 0) * (sorted.length - 1);
      const [low, high] = [sorted[Math.floor(rank)] ?? NaN, sorted[Math.ceil(rank)] ?? NaN];
      return low + (high - low) * (rank - Math.floor(rank));
    }
    default:
      return unsteady(`\`${op}\` is not known here`);
  }
}

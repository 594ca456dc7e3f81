import type { Binary, BinaryOp } from '../../../promql/index.ts';
import { pick, type Sample, signature, unsteady, type Value } from './steady-world.ts';

type Vector = readonly Sample[];

const COMPARISONS: readonly BinaryOp[] = ['==', '!=', '>', '<', '>=', '<='];

/** A binary operator between two results. */
export function combined(node: Binary, left: Value, right: Value): Value {
  const { op, bool = false } = node;
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    return { kind: 'scalar', value: computed(op, left.value, right.value) };
  }
  if (left.kind === 'vector' && right.kind === 'vector') {
    return { kind: 'vector', samples: ofVectors(node, left.samples, right.samples) };
  }
  const [samples, isLeft] =
    left.kind === 'vector' ? [left.samples, true] : [vectorOf(right), false];
  const scalar = left.kind === 'scalar' ? left.value : right.kind === 'scalar' ? right.value : NaN;
  return {
    kind: 'vector',
    samples: samples.flatMap(({ labels, value }): Sample[] => {
      const result = isLeft ? computed(op, value, scalar) : computed(op, scalar, value);
      if (!COMPARISONS.includes(op) || bool) return [{ labels: nameless(labels), value: result }];
      return result === 1 ? [{ labels, value }] : [];
    }),
  };
}

function vectorOf(value: Value): Vector {
  return value.kind === 'vector' ? value.samples : [];
}

function ofVectors(node: Binary, left: Vector, right: Vector): Vector {
  const { op, matching } = node;
  const named = matching?.labels ?? [];
  const matches = (label: string) =>
    matching?.kind === 'on' ? named.includes(label) : !named.includes(label);
  const key = ({ labels }: Sample) => signature(labels, matches);
  switch (op) {
    case 'and': {
      const there = new Set(right.map(key));
      return left.filter((sample) => there.has(key(sample)));
    }
    case 'unless': {
      const there = new Set(right.map(key));
      return left.filter((sample) => !there.has(key(sample)));
    }
    case 'or': {
      const there = new Set(left.map(key));
      return [...left, ...right.filter((sample) => !there.has(key(sample)))];
    }
    default:
      return matched(node, left, right, key, matches);
  }
}

function matched(
  { op, bool, matching }: Binary,
  left: Vector,
  right: Vector,
  key: (sample: Sample) => string,
  matches: (label: string) => boolean,
): Vector {
  if (matching?.fill !== undefined) return unsteady('`fill`');
  const side = matching?.group?.side;
  const [many, one] = side === 'right' ? [right, left] : [left, right];
  const partners = new Map<string, Sample>();
  for (const sample of one) {
    if (partners.has(key(sample))) return unsteady('several partners for a series');
    partners.set(key(sample), sample);
  }
  const used = new Set<string>();
  return many.flatMap((sample): readonly Sample[] => {
    const partner = partners.get(key(sample));
    if (partner === undefined) return [];
    if (side === undefined && used.has(key(sample)))
      return unsteady('several series for a partner');
    used.add(key(sample));
    const [l, r] = side === 'right' ? [partner, sample] : [sample, partner];
    const result = computed(op, l.value, r.value);
    const isFilter = COMPARISONS.includes(op) && bool !== true;
    if (isFilter && result !== 1) return [];
    const labels = resultLabels(sample, partner, matching, matches, isFilter);
    return [{ labels, value: isFilter ? l.value : result }];
  });
}

function resultLabels(
  sample: Sample,
  partner: Sample,
  matching: Binary['matching'],
  matches: (label: string) => boolean,
  isFilter: boolean,
): Sample['labels'] {
  const group = matching?.group;
  const own = isFilter ? sample.labels : nameless(sample.labels);
  if (group === undefined) {
    return pick(own, (label) =>
      label === '__name__' ? isFilter && matching === undefined : matches(label),
    );
  }
  const taken = group.include.flatMap((label): [string, string][] => {
    const value = partner.labels[label];
    return value === undefined ? [] : [[label, value]];
  });
  return { ...pick(own, (label) => !group.include.includes(label)), ...Object.fromEntries(taken) };
}

function computed(op: BinaryOp, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '^':
      return a ** b;
    case 'atan2':
      return Math.atan2(a, b);
    case '==':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case '>':
      return Number(a > b);
    case '<':
      return Number(a < b);
    case '>=':
      return Number(a >= b);
    case '<=':
      return Number(a <= b);
    default:
      return unsteady(`\`${op}\` is not known here`);
  }
}

function nameless(labels: Sample['labels']): Sample['labels'] {
  return pick(labels, (label) => label !== '__name__');
}

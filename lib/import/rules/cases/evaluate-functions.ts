import type { Call } from '../../../promql/index.ts';
import { type Sample, unsteady } from './steady-world.ts';

/** Functions of each value by itself, which drop the name. */
export const SIMPLE: Readonly<Record<string, (value: number, ...numbers: number[]) => number>> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  round: (value, to = 1) => Math.floor(value * (1 / to) + 0.5) / (1 / to),
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sgn: Math.sign,
  clamp: (value, min = 0, max = 0) => Math.max(min, Math.min(max, value)),
  clamp_min: (value, min = 0) => Math.max(min, value),
  clamp_max: (value, max = 0) => Math.min(max, value),
};

/** `label_replace` and `label_join`. */
export function relabelled({ func, args }: Call, samples: readonly Sample[]): readonly Sample[] {
  const [target = '', ...rest] = args
    .slice(1)
    .map((each) => (each.kind === 'string' ? each.value : unsteady('a text that is none')));
  if (func === 'label_join') {
    const [separator = '', ...sources] = rest;
    return samples.map(({ labels, value }) => ({
      labels: withLabel(
        labels,
        target,
        sources.map((label) => labels[label] ?? '').join(separator),
      ),
      value,
    }));
  }
  const [replacement = '', source = '', regex = ''] = rest;
  const pattern = patternOf(regex);
  return samples.map(({ labels, value }) => {
    const found = pattern.exec(labels[source] ?? '');
    if (found === null) return { labels, value };
    const text = replacement.replace(
      /\$(?:(\d+)|\{(\d+)\}|\$)/g,
      (whole, a?: string, b?: string) => {
        const index = a ?? b;
        return index === undefined ? (whole === '$$' ? '$' : whole) : (found[Number(index)] ?? '');
      },
    );
    return { labels: withLabel(labels, target, text), value };
  });
}

function patternOf(regex: string): RegExp {
  if (regex.includes('(?')) return unsteady('a regular expression with flags or names');
  try {
    return new RegExp(`^(?:${regex})$`, 's');
  } catch {
    return unsteady('a regular expression of another kind');
  }
}

function withLabel(labels: Sample['labels'], label: string, text: string): Sample['labels'] {
  const rest = Object.entries(labels).filter(([name]) => name !== label);
  return Object.fromEntries(text === '' ? rest : [...rest, [label, text]]);
}

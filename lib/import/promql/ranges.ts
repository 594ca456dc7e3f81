import { printDuration, type Range, type TimeRange } from '../../promql/index.ts';
import { quoted } from '../source/index.ts';
import type { Built } from './built.ts';
import { refuse, type Translation } from './translation.ts';

/** Grafana's own, which `TimeRange` has. */
const KNOWN = ['$__rate_interval', '$__range', '$__interval'];

const UNITS = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** A window or offset in one unit, as its type wants: `1h30m` is `'90m'`. */
export function rangeOf(range: Range, t: Translation): Built {
  switch (range.kind) {
    case 'duration':
      return literal(durationText(range.milliseconds));
    case 'variable': {
      const { name, text } = range.variable;
      const variable = t.handles.variable?.(name);
      if (variable?.interval === true && range.negative !== true && text === `$${name}`) {
        t.uses(variable.root);
        return variable;
      }
      if (!KNOWN.includes(text)) return refuse(`the window \`${text}\``);
      return literal(`${range.negative === true ? '-' : ''}${text}`);
    }
    case 'expression':
      return refuse(`\`${range.text}\` is computed`);
  }
}

/** Arguments of a window whose default is `$__rate_interval`. */
export function windowOf(range: Range, t: Translation): readonly Built[] {
  const isDefault = range.kind === 'variable' && range.variable.text === '$__rate_interval';
  return isDefault ? [] : [rangeOf(range, t)];
}

function literal(text: string): Built & { readonly value: TimeRange } {
  return { code: quoted(text), value: text as TimeRange };
}

/**
 * A duration in one unit, as the types want it.
 *
 * @example
 * durationText(5_400_000) // 90m
 */
export function durationText(milliseconds: number): string {
  const shortest = printDuration(milliseconds);
  if (/^-?\d+(?:ms|[smhdw])$/.test(shortest)) return shortest;
  const [unit, size] = UNITS.find(([, each]) => milliseconds % each === 0) ?? ['ms', 1];
  return `${milliseconds / size}${unit}`;
}

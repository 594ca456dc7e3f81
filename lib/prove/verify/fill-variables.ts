import { type FoundVariable, variablesIn } from '../../promql/index.ts';

/** What is chosen of a variable. Several, or All, become a regular expression. */
export interface ChosenValue {
  readonly values: readonly string[];
  /** Stands for All as it is. */
  readonly allValue?: string;
  /** Whether people can choose several, so that even one value is written as a regular expression. */
  readonly isRegex: boolean;
}

/**
 * The text with Grafana's variables filled in, as its Prometheus datasource does. What nobody declares stays.
 *
 * @example
 * fillVariables('up{job=~"$job"}[$__rate_interval]', { __rate_interval: '1m' }, new Map([['job', …]]))
 * // up{job=~"(api|worker)"}[1m]
 */
export function fillVariables(
  text: string,
  builtins: Readonly<Record<string, string>>,
  chosen: ReadonlyMap<string, ChosenValue>,
): string {
  let filled = '';
  let end = 0;
  for (const found of variablesIn(text)) {
    filled += text.slice(end, found.span.start) + valueOf(found, builtins, chosen);
    end = found.span.end;
  }
  return filled + text.slice(end);
}

function valueOf(
  { name, text, format }: FoundVariable,
  builtins: Readonly<Record<string, string>>,
  chosen: ReadonlyMap<string, ChosenValue>,
): string {
  const builtin = builtins[name];
  if (builtin !== undefined) return builtin;
  const value = chosen.get(name);
  if (value === undefined) return text;
  if (value.allValue !== undefined) return value.allValue;
  const [first = ''] = value.values;
  if (format === 'pipe') return value.values.join('|');
  if (format === 'raw' || (!value.isRegex && format !== 'regex')) return first;
  const escaped = value.values.map(inPromql);
  return escaped.length === 1 ? (escaped[0] ?? '') : `(${escaped.join('|')})`;
}

/** A regular expression for exactly this text, inside of a PromQL string. */
function inPromql(value: string): string {
  return value.replace(/[\\^$.|?*+()[\]{}]/g, '\\\\$&');
}

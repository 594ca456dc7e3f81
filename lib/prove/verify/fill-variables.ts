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
  const several = format === undefined ? undefined : FORMATS[format]?.(value.values);
  if (several !== undefined) return several;
  if (!value.isRegex && format !== 'regex') return (value.values[0] ?? '').replace(/\\/g, '\\\\');
  const escaped = value.values.map(inPromql);
  return escaped.length > 1 ? `(${escaped.join('|')})` : (escaped[0] ?? '');
}

/** The ways to write several values that queries ask for by name. */
const FORMATS: Readonly<Record<string, (values: readonly string[]) => string>> = {
  csv: (values) => values.join(','),
  doublequote: (values) => values.map((value) => JSON.stringify(value)).join(','),
  json: (values) => JSON.stringify(values.length === 1 ? values[0] : values),
  pipe: (values) => values.join('|'),
  raw: (values) => values.join(','),
};

/** A regular expression for exactly this text, inside of a PromQL string. */
function inPromql(value: string): string {
  const escaped = value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  return escaped.replace(/[\\"]/g, '\\$&');
}

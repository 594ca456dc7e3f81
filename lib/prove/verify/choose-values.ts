import type { Choice, Variable } from '../../model/index.ts';
import { grafanaDuration } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import type { PrometheusApi } from '../prometheus-server/index.ts';
import { type ChosenValue, fillVariables } from './fill-variables.ts';

/** What Prometheus said when a variable was filled. */
export interface ChosenVariable {
  readonly variable: Variable;
  /** Absent: it has no values for queries. */
  readonly chosen?: ChosenValue;
  /** Why it could not be asked. */
  readonly error?: string;
}

export interface Times {
  readonly start: number;
  readonly end: number;
  readonly builtins: Readonly<Record<string, string>>;
}

/**
 * Fills the variables of a dashboard with what is there, in the order in which they are written: one may use those before
 * it. Chosen is what Grafana chooses at first.
 */
export async function chooseValues(
  variables: readonly Variable[],
  api: PrometheusApi,
  times: Times,
): Promise<readonly ChosenVariable[]> {
  const chosen = new Map<string, ChosenValue>();
  const result: ChosenVariable[] = [];
  for (const variable of variables) {
    const one = await choose(variable, api, times, chosen);
    if (one.chosen !== undefined) chosen.set(variable.name, one.chosen);
    result.push(one);
  }
  return result;
}

async function choose(
  variable: Variable,
  api: PrometheusApi,
  times: Times,
  before: ReadonlyMap<string, ChosenValue>,
): Promise<ChosenVariable> {
  switch (variable.type) {
    case 'query': {
      // Read from a dashboard, in words that only Grafana understands.
      if (variable.source.kind === 'text') return { variable };
      try {
        const values = await valuesOf(variable, api, times, before);
        return { variable, chosen: firstChoice(values, variable.choice) };
      } catch (error) {
        return { variable, error: error instanceof Error ? error.message : String(error) };
      }
    }
    case 'custom': {
      const values = variable.values.map(({ value }) => value);
      return { variable, chosen: firstChoice(values, variable.choice) };
    }
    case 'constant':
      return { variable, chosen: { values: [variable.value], isRegex: false } };
    case 'textbox':
      return { variable, chosen: { values: [variable.initial], isRegex: false } };
    case 'interval': {
      const length = variable.initial ?? variable.values[0];
      const values = length === undefined ? [] : [grafanaDuration(length)];
      return { variable, chosen: { values, isRegex: false } };
    }
    case 'datasource':
    case 'adhoc':
      return { variable };
  }
}

async function valuesOf(
  { source, regex }: Extract<Variable, { type: 'query' }>,
  api: PrometheusApi,
  { start, end, builtins }: Times,
  before: ReadonlyMap<string, ChosenValue>,
): Promise<readonly string[]> {
  if (source.kind === 'labelValues') {
    const match = fillVariables(source.text ?? print(source.selector), builtins, before);
    return kept(await api.labelValues(source.label, match, start, end), regex);
  }
  if (source.kind === 'text') return [];
  const query = fillVariables(source.text ?? print(source.node), builtins, before);
  const { error, series } = await api.instant(query, end);
  if (error !== undefined) throw new Error(error);
  const texts = series.map(({ metric: { __name__ = '', ...labels }, values: [sample] }) => {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
    return `${__name__}{${pairs.join(',')}} ${sample?.[1]} ${Number(sample?.[0]) * 1000}`;
  });
  return kept(texts, regex);
}

/** A variable's regular expression keeps what it matches, and of that its first group. */
function kept(values: readonly string[], regex: string | undefined): readonly string[] {
  if (regex === undefined) return values;
  const [, pattern = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [];
  const compiled = new RegExp(pattern, flags.replace('g', ''));
  const found = values.flatMap((value) => {
    const match = compiled.exec(value);
    return match === null ? [] : [match[1] ?? match[0]];
  });
  return [...new Set(found)];
}

function firstChoice(
  values: readonly string[],
  { several, includeAll, allValue, initial }: Choice,
): ChosenValue {
  const isRegex = several || includeAll;
  if (initial !== undefined) return { values: initial, isRegex };
  if (!includeAll) return { values: values.slice(0, 1), isRegex };
  return { values, isRegex, ...(allValue === undefined ? {} : { allValue }) };
}

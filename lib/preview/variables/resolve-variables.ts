import type { ChosenValue, PrometheusApi } from '../../prove/index.ts';
import { askedRange, fillVariables } from '../../prove/index.ts';
import type { ContentDatasource } from '../content/index.ts';
import type { ReadVariable } from '../dashboard/index.ts';
import type { PreviewVariable, TimeSpan } from '../protocol.ts';
import { applyRegex, type Option } from './apply-regex.ts';
import { ALL, choose } from './choose.ts';
import {
  AUTO,
  autoInterval,
  customOptions,
  datasourceOptions,
  intervalOptions,
} from './fixed-options.ts';
import { queryText, queryTexts } from './query-options.ts';
import { sortOptions } from './sort-options.ts';

/** The variables of a dashboard, with what is chosen. */
export interface ResolvedVariables {
  readonly shown: readonly PreviewVariable[];
  /** What queries get. */
  readonly values: ReadonlyMap<string, ChosenValue>;
  /** What titles and legends get. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface Resolving {
  readonly api: PrometheusApi;
  readonly range: TimeSpan;
  readonly datasources: readonly ContentDatasource[];
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** In the order in which they are written: one may use those before it. */
export async function resolveVariables(
  variables: readonly ReadVariable[],
  resolving: Resolving,
): Promise<ResolvedVariables> {
  const shown: PreviewVariable[] = [];
  const values = new Map<string, ChosenValue>();
  const texts: Record<string, string> = {};
  for (const variable of variables) {
    const { options, error } = await optionsOf(variable, resolving, values);
    const asked = Object.hasOwn(resolving.chosen, variable.name)
      ? resolving.chosen[variable.name]
      : undefined;
    const current = choose(variable, options, asked);
    values.set(variable.name, valueOf(variable, options, current, resolving.range));
    texts[variable.name] = textOf(options, current);
    shown.push({ ...faceOf(variable), options, current, ...(error && { error }) });
  }
  return { shown, values, texts };
}

function faceOf({ name, label, type, hide, multi, includeAll }: ReadVariable) {
  return { name, label: label || name, type, hide, multi, includeAll };
}

interface Options {
  readonly options: readonly Option[];
  readonly error?: string;
}

async function optionsOf(
  variable: ReadVariable,
  resolving: Resolving,
  before: ReadonlyMap<string, ChosenValue>,
): Promise<Options> {
  try {
    return { options: await offered(variable, resolving, before) };
  } catch (error) {
    return { options: [], error: error instanceof Error ? error.message : String(error) };
  }
}

async function offered(
  variable: ReadVariable,
  { api, range, datasources }: Resolving,
  before: ReadonlyMap<string, ChosenValue>,
): Promise<readonly Option[]> {
  const { type, query, definition, regex, sort, current } = variable;
  switch (type) {
    case 'query': {
      const [start, end] = [range.from / 1000, range.to / 1000];
      const facts = { now: end, length: end - start, shift: 0, maxDataPoints: 1000, minStep: 15 };
      const { builtins } = askedRange(facts);
      const text = fillVariables(queryText(query, definition), builtins, before);
      const texts = await queryTexts(text, api, { start, end });
      return sortOptions(applyRegex(texts, fillVariables(regex, builtins, before)), sort);
    }
    case 'custom':
      return customOptions(variable);
    case 'interval':
      return intervalOptions(variable);
    case 'datasource':
      return datasourceOptions(variable, datasources);
    case 'constant':
    case 'textbox': {
      // A person may have typed another text than the author.
      const [typed = queryText(query, '')] = [current?.value ?? []].flat();
      return [{ text: typed, value: typed }];
    }
    default:
      return [];
  }
}

function valueOf(
  variable: ReadVariable,
  options: readonly Option[],
  current: readonly string[],
  range: TimeSpan,
): ChosenValue {
  const { multi, includeAll, allValue } = variable;
  const isRegex = multi || includeAll;
  if (current[0] === ALL) {
    const values = options.map(({ value }) => value);
    return { values, isRegex, ...(allValue ? { allValue } : {}) };
  }
  const values = current.map((value) => (value === AUTO ? autoInterval(variable, range) : value));
  return { values, isRegex };
}

function textOf(options: readonly Option[], current: readonly string[]): string {
  if (current[0] === ALL) return 'All';
  const texts = new Map(options.map(({ text, value }) => [value, text]));
  return current.map((value) => texts.get(value) ?? value).join(' + ');
}

import type { PrometheusApi } from '../../prove/index.ts';
import { applyRegex } from './apply-regex.ts';

/** Seconds since 1970. */
export interface Between {
  readonly start: number;
  readonly end: number;
}

/** The query of a variable as a text; Grafana has written it in several forms. */
export function queryText(query: unknown, definition: string): string {
  if (typeof query === 'string') return query;
  if (typeof query === 'object' && query !== null && 'query' in query) {
    const { query: text } = query;
    if (typeof text === 'string') return text;
  }
  return definition;
}

/**
 * The texts that a variable's query returns: of `label_values(up, job)`, `label_names()`, `metrics(regex)`,
 * `query_result(expr)`, or the series that a selector finds.
 *
 * @param query with variables filled in
 * @throws Failure or Error with what Prometheus says
 */
export async function queryTexts(
  query: string,
  api: PrometheusApi,
  { start, end }: Between,
): Promise<readonly string[]> {
  const [, name, inner = ''] =
    /^\s*(label_values|label_names|metrics|query_result)\s*\((.*)\)\s*$/s.exec(query) ?? [];
  switch (name) {
    case 'label_values': {
      const [, match, label = ''] = /^(?:(.+),)?\s*([^,{}()]+?)\s*$/s.exec(inner) ?? [];
      return api.labelValues(label.replace(/^"(.*)"$/, '$1'), match?.trim(), start, end);
    }
    case 'label_names':
      return api.labelNames(inner.trim() === '' ? undefined : inner.trim(), start, end);
    case 'metrics': {
      const names = await api.labelValues('__name__', undefined, start, end);
      const found = new Set(applyRegex(names, `/(.*${inner.trim()}.*)/`).map(({ value }) => value));
      return names.filter((each) => found.has(each));
    }
    case 'query_result':
      return results(inner, api, end);
    default: {
      const series = await api.series(query, start, end);
      return series.map(({ __name__ = '', ...labels }) => `${__name__}${labelText(labels)}`);
    }
  }
}

/** `up{job="api"} 1 1768485600000`, as Grafana writes a sample for a regular expression to take apart. */
async function results(expr: string, api: PrometheusApi, time: number): Promise<readonly string[]> {
  const { error, series } = await api.instant(expr, time);
  if (error !== undefined) throw new Error(error);
  return series.map(({ metric: { __name__ = '', ...labels }, values: [sample] }) => {
    const [at = time, value = NaN] = sample ?? [];
    return `${__name__}${labelText(labels)} ${value} ${at * 1000}`;
  });
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return `{${pairs.join(',')}}`;
}

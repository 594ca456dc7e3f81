import type { ResultSeries } from '../prometheus-server/index.ts';

/**
 * The name that Grafana gives to a series.
 *
 * @returns `undefined` where it makes one of the labels that differ, so that it is never ambiguous
 */
export function legendName(legend: string, { metric }: ResultSeries): string | undefined {
  if (legend === '' || legend === '__auto') return undefined;
  return legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => metric[label] ?? '');
}

/** A label set as PromQL writes it. */
export function labelText({ __name__ = '', ...labels }: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return `${__name__}{${pairs.join(', ')}}`;
}

import type { PanelQueryAnswer } from '../../../lib/preview/protocol.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * The name that Grafana's data source for Prometheus gives a series.
 *
 * @returns empty for `__auto` with labels: then Grafana names it after the labels in which the series differ
 *
 * @example
 * nameOf({ route: '/a' }, { legendFormat: 'p99 {{route}}', expr }) // 'p99 /a'
 * nameOf({ route: '/a' }, { legendFormat: '', expr })              // '{route="/a"}'
 * nameOf({}, { legendFormat: '', expr })                           // expr
 */
export function nameOf(
  labels: Labels,
  { legendFormat, expr }: Pick<PanelQueryAnswer, 'legendFormat' | 'expr'>,
): string {
  const hasLabels = Object.keys(labels).length > 0;
  if (legendFormat === '__auto') return hasLabels ? '' : expr;
  if (legendFormat === '') return hasLabels ? metricText(labels) : expr;
  return legendFormat.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}

/** As Prometheus writes it: `up{job="a"}`. */
function metricText({ __name__: name = '', ...labels }: Labels): string {
  const matchers = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return matchers.length === 0 && name !== '' ? name : `${name}{${matchers.join(', ')}}`;
}

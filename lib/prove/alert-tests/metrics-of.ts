import type { Metric } from '../../catalog/index.ts';
import type { Selector } from '../../promql/index.ts';

/** The declarations that a selector's series belong to; none where one may belong to something else. */
export function metricsOf({ name }: Selector, metrics: readonly Metric[]): readonly Metric[] {
  if (name === undefined) return [];
  return metrics.filter(
    (metric) =>
      metric.name === name ||
      ((metric.kind === 'histogram' || metric.kind === 'summary') &&
        SUFFIXES.some((suffix) => `${metric.name}${suffix}` === name)),
  );
}

const SUFFIXES = ['_bucket', '_sum', '_count'];

import { any, type LabelValues, type Metric } from '../../catalog/index.ts';
import { type Code, json, list, name, object } from '../source/index.ts';

/**
 * A catalog that is bound to no job: a call of `defineCatalog`.
 *
 * @param metrics sorted as they are to stand there
 */
export function catalogCode(metrics: readonly Metric[]): Code {
  return {
    kind: 'call',
    callee: name('defineCatalog'),
    args: [list([]), specsCode(metrics)],
  };
}

export function specsCode(metrics: readonly Metric[]): Code {
  return {
    kind: 'object',
    entries: metrics.map((metric) => ({ key: metric.name, value: specCode(metric) })),
  };
}

/** What an author writes for the metric. */
export function specCode(metric: Metric): Code {
  const { kind, unit, help, labels, buckets, native, quantiles, range, optional } = metric;
  const entries = Object.entries(labels);
  return object({
    kind: json(kind),
    unit: kind === 'info' ? undefined : json(unit),
    help: json(help),
    labels:
      entries.length === 0
        ? undefined
        : {
            kind: 'object',
            entries: entries.map(([key, values]) => ({ key, value: valuesCode(values) })),
          },
    range: range === undefined ? undefined : json(range),
    buckets: buckets === undefined ? undefined : json(buckets),
    native: native === undefined ? undefined : json(true),
    quantiles: kind === 'summary' ? json(quantiles ?? []) : undefined,
    optional: optional === undefined ? undefined : json(true),
  });
}

export function valuesCode(values: LabelValues): Code {
  return values === any ? name('any') : json(values);
}

import { any, type Job, type Labels, type Metric, type MetricSpec } from '../../catalog/index.ts';
import { type AnyHandle, defineCatalog, type Selector } from '../../promql/index.ts';
import { type Built, property } from './built.ts';

/** One series name as a content file writes it: `m.requests_total`, `m.latency_seconds.bucket`. */
export interface Handle extends Built {
  /** The name that `code` begins with. */
  readonly root: string;
  readonly kind: AnyHandle['metricKind'];
  readonly selector: Selector;
  /** Labels with the values that the types allow. */
  readonly labels: Labels;
  /** Whether the types allow other labels too: the metric is bound to no job. */
  readonly open: boolean;
  /** A rule makes it. */
  readonly recorded?: true;
  /** Of a summary: those that are declared. */
  readonly quantiles?: readonly number[];
}

/** A dashboard variable as a content file writes it: the name of the constant that holds it. */
export interface VariableHandle extends Built {
  /** The name that `code` begins with. */
  readonly root: string;
  readonly multi: boolean;
  readonly interval: boolean;
}

/** What an expression may use by name. */
export interface Handles {
  find(series: string): Handle | undefined;
  variable?(name: string): VariableHandle | undefined;
}

/**
 * The handles of a catalog that a content file knows as `root`.
 *
 * @param metrics those of a system; the last of a name wins, as where catalogs are spread into one object
 *
 * @example
 * handlesOf(system.metrics, 'm').find('api_seconds_bucket')?.code // m.api_seconds.bucket
 */
export function handlesOf(metrics: readonly Metric[], root: string): Handles {
  const found = new Map(metrics.flatMap((metric) => entriesOf(metric, root)));
  return { find: (series) => found.get(series) };
}

function entriesOf(metric: Metric, root: string): (readonly [string, Handle])[] {
  const { name, kind, labels, quantiles } = metric;
  const catalog = defineCatalog(metric.jobs.map(jobOf), { [name]: specOf(metric) });
  const whole = property({ code: root, value: catalog.m }, name);
  const open = metric.jobs.length === 0;
  const make = (series: string, built: Built, more: Partial<Handle> = {}) => {
    const handle = built.value as AnyHandle;
    const { metricKind, selector } = handle;
    return [series, { ...built, root, kind: metricKind, selector, labels, open, ...more }] as const;
  };
  if (kind === 'histogram' && metric.native !== true) {
    return [
      make(name, whole),
      make(`${name}_bucket`, property(whole, 'bucket'), { labels: { ...labels, le: any } }),
      make(`${name}_count`, property(whole, 'count')),
      make(`${name}_sum`, property(whole, 'sum')),
    ];
  }
  if (kind === 'summary') {
    return [
      make(name, whole, { quantiles: quantiles ?? [] }),
      make(`${name}_count`, property(whole, 'count')),
      make(`${name}_sum`, property(whole, 'sum')),
    ];
  }
  return [make(name, whole)];
}

/** What a selector needs of a job is its name; the labels of its targets are the metric's already. */
function jobOf(name: string): Job {
  return { name, labels: { job: [name], instance: any }, scrape: { targets: [] } };
}

function specOf({ kind, unit, help, labels, buckets, native, quantiles }: Metric): MetricSpec {
  switch (kind) {
    case 'info':
      return { kind, help, labels };
    case 'summary':
      return { kind, unit, help, labels, quantiles: quantiles ?? [] };
    case 'histogram':
      return {
        kind,
        unit,
        help,
        labels,
        ...(buckets === undefined ? {} : { buckets }),
        ...(native === undefined ? {} : { native }),
      };
    case 'counter':
    case 'gauge':
      return { kind, unit, help, labels };
  }
}

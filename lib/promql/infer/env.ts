import type { Metric } from '../../catalog/index.ts';
import type { Info } from './info.ts';

/** What is known of the metrics that an expression selects. */
export interface Env {
  /** The declarations under exactly this name: several where several jobs expose a metric of one name. */
  metrics(name: string): readonly Metric[];
  /** The signature of a recording rule. */
  recorded(name: string): Info | undefined;
  /** Metrics that are not declared exist nevertheless: no catalog is given, or not all of it. */
  readonly open: boolean;
}

const NONE: readonly Metric[] = [];

/** Nothing is declared: kinds and units are guessed from names, label sets are open. */
export const OPEN_ENV: Env = { metrics: () => NONE, recorded: () => undefined, open: true };

/**
 * The metrics of a system.
 *
 * @param open metrics that are not among them may exist
 */
export function envOf(metrics: readonly Metric[], { open = false } = {}): Env {
  const byName = new Map<string, Metric[]>();
  for (const metric of metrics) {
    const same = byName.get(metric.name);
    if (same) same.push(metric);
    else byName.set(metric.name, [metric]);
  }
  return { metrics: (name) => byName.get(name) ?? NONE, recorded: () => undefined, open };
}

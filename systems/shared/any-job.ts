import type { Job } from '../../lib/index.ts';

/**
 * Any scrape job: what a shared row or alert asks for. It reads the shared catalog off the job itself, so that it has
 * typed handles whose selectors are those of the system, and knows of every target only `job` and `instance`.
 *
 * @example
 * function hostRow(job: AnyJob) {
 *   const { m } = defineCatalog(job, NODE);
 *   return row('Host', [timeseries('Load', '…').query(m.node_load1.maxBy('instance'))]);
 * }
 * hostRow(stack.jobs.node) // max by (instance) (node_load1{job="node"})
 */
export type AnyJob = Job<string, Record<never, never>>;

import type { AnyJob } from '../../systems/shared/any-job.ts';

/**
 * The labels that the job's target adds to every series, as the tests of an alert write them: a label of open values has
 * its own name as its value.
 *
 * @example
 * targetLabels(stack.jobs.node) // { tier: 'infrastructure', job: 'node', instance: 'instance' }
 */
export function targetLabels({ labels }: AnyJob): Readonly<Record<string, string>> {
  const entries = Object.entries<readonly string[] | symbol>(labels);
  return Object.fromEntries(
    entries.map(([label, values]) => [
      label,
      typeof values === 'symbol' ? label : (values[0] ?? label),
    ]),
  );
}

import { Duration, type DurationLike } from '../../catalog/index.ts';
import { type Site, siteOf } from '../../diagnostics/index.ts';
import type { Change } from './change.ts';

/** Something that can happen to a system, and the alerts that say so. Immutable. */
export interface Scenario {
  readonly kind: 'scenario';
  /** Lower case letters, digits and `-`; unique in the system. */
  readonly name: string;
  /** What happens, in one sentence. */
  readonly description: string;
  readonly changes: readonly Change[];
  /** All alerts that fire; none other does. */
  readonly fires: readonly ExpectedAlert[];
  readonly site?: Site;
}

/** An alert that has to fire. */
export interface ExpectedAlert {
  /** Its name. */
  readonly alert: string;
  /** From the beginning of the incident. */
  readonly within: Duration;
  /** Labels of its expression's result: it fires for a series that has them. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Defines an incident. It begins two hours before the end of the synthesised data; until then the system is healthy.
 *
 * @example
 * scenario({
 *   name: 'queue-stalls',
 *   description: 'The consumer hangs; messages pile up.',
 *   changes: [change(m.last_processed_timestamp).freeze(), change(m.queue_depth).grow(1)],
 *   fires: [{ alert: 'ConsumerStalled', within: '25m' }],
 * })
 */
export function scenario(spec: {
  readonly name: string;
  readonly description: string;
  readonly changes: readonly [Change, ...Change[]];
  readonly fires: readonly {
    readonly alert: string;
    /** At most two hours. */
    readonly within: DurationLike;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
}): Scenario {
  const site = siteOf(scenario);
  const fires = spec.fires.map(({ alert, within, labels = {} }) =>
    Object.freeze({ alert, within: Duration.of(within), labels }),
  );
  return Object.freeze({
    ...spec,
    kind: 'scenario',
    changes: Object.freeze([...spec.changes]),
    fires: Object.freeze(fires),
    ...(site === undefined ? {} : { site }),
  } satisfies Scenario);
}

import { Duration, type DurationLike } from '../catalog/index.ts';
import { type Site, siteOf } from '../diagnostics/index.ts';
import type { Expr, Query } from '../promql/index.ts';
import type { Color } from './panel/index.ts';

/** Moments that a query finds, marked on every graph of a dashboard. Immutable. */
export interface Annotation {
  readonly kind: 'annotation';
  /** Unique in the dashboard. */
  readonly name: string;
  readonly node: Expr;
  readonly title?: string;
  readonly text?: string;
  readonly color: Color;
  /** Labels that become tags. */
  readonly tags: readonly string[];
  readonly step?: Duration;
  /** Off until somebody turns it on. */
  readonly off?: true;
  /** The text that `node` was read from; absent where it was built. */
  readonly source?: string;
  readonly site?: Site;
}

/**
 * Marks every moment at which an expression has a value.
 *
 * @example
 * annotation({ name: 'Restarts', expr: m.process_start_time_seconds.changes('2m').gt(0), title: '{{job}} restarted' })
 */
export function annotation(spec: {
  readonly name: string;
  readonly expr: Query;
  /** May contain `{{label}}`. */
  readonly title?: string;
  readonly text?: string;
  /** Default `blue`. */
  readonly color?: Color;
  readonly tags?: readonly string[];
  /** Default 60 s. */
  readonly step?: DurationLike;
  readonly off?: true;
}): Annotation {
  const site = siteOf(annotation);
  const { expr, step, color = 'blue', tags = [], ...rest } = spec;
  return Object.freeze({
    ...rest,
    kind: 'annotation',
    node: expr.node,
    color,
    tags,
    ...(step === undefined ? {} : { step: Duration.of(step) }),
    ...(site === undefined ? {} : { site }),
  } satisfies Annotation);
}

import type { Change } from './change.ts';
import type { Scenario } from './scenario.ts';

/** What the synthesised data of a system is like: the default export of `systems/<system>/scenarios.ts`. Immutable. */
export interface World {
  readonly kind: 'world';
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly together: readonly (readonly Readonly<Record<string, string>>[])[];
  readonly healthy: readonly Change[];
  readonly scenarios: readonly Scenario[];
}

/**
 * Says what a system is like when it is healthy, where the catalogs do not, and what can happen to it.
 *
 * @example
 * export default defineWorld({
 *   labels: { route: ['/api/search', '/api/login'] },
 *   together: [[{ status_code: '200', outcome: 'success' }, { status_code: '500', outcome: 'error' }]],
 *   healthy: [change(m.payment_events_total.where({ status: 'failed' })).rate(0)],
 *   scenarios: [redisIsDown, errorsAfterDeploy],
 * })
 */
export function defineWorld(spec: {
  /** Values of labels whose values the catalogs leave open. Default: two or three that suit the label's name. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** Values of several labels that only come together. */
  readonly together?: readonly (readonly Readonly<Record<string, string>>[])[];
  /** What always holds: `after` does not count. */
  readonly healthy?: readonly Change[];
  readonly scenarios: readonly Scenario[];
}): World {
  const { labels = {}, together = [], healthy = [], scenarios } = spec;
  return Object.freeze({
    kind: 'world',
    labels,
    together,
    healthy: Object.freeze([...healthy]),
    scenarios: Object.freeze([...scenarios]),
  } satisfies World);
}

import type { Metric, Stack } from '../catalog/index.ts';
import type { Catalog } from '../promql/index.ts';
import type { Allow } from './allow.ts';
import { type HouseRule, type HouseRuleSpec, toHouseRule } from './house-rule.ts';

/** What `systems/<name>/index.ts` exports as its default. Immutable. */
export interface SystemDefinition {
  readonly kind: 'system';
  readonly stack: Stack;
  /** Of all its catalogs, in the order given. */
  readonly metrics: readonly Metric[];
  readonly allow: readonly Allow[];
  readonly house: readonly HouseRule[];
}

/**
 * Puts a system together: the default export of `systems/<name>/index.ts`.
 *
 * @example
 * export default defineSystem({ stack, catalogs: [bot, consumer, scrape] })
 */
export function defineSystem(spec: {
  readonly stack: Stack;
  readonly catalogs: readonly Pick<Catalog<unknown>, 'metrics'>[];
  /** Findings that are known and stay for a while. */
  readonly allow?: readonly Allow[];
  /** Rules that are off unless somebody asks for them: `docs/house-rules.md`. */
  readonly house?: readonly HouseRuleSpec[];
}): SystemDefinition {
  return Object.freeze({
    kind: 'system',
    stack: spec.stack,
    metrics: Object.freeze(spec.catalogs.flatMap((catalog) => catalog.metrics)),
    allow: Object.freeze([...(spec.allow ?? [])]),
    house: Object.freeze((spec.house ?? []).map(toHouseRule)),
  } satisfies SystemDefinition);
}

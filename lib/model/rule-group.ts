import { Duration, type DurationLike } from '../catalog/index.ts';
import { type Site, siteOf } from '../diagnostics/index.ts';
import type { Alert } from './alert.ts';
import type { RecordingRule } from './recording-rule.ts';

/** Rules that are evaluated together, in order. One file in `alerts/<system>/` is one group. */
export interface RuleGroup {
  readonly kind: 'group';
  /** Unique in the system. */
  readonly name: string;
  /** Default: the stack's evaluation interval. */
  readonly interval?: Duration;
  readonly rules: readonly (Alert | RecordingRule)[];
  readonly site?: Site;
}

/** Defines a rule group: the default export of a file in `alerts/<system>/`. */
export function ruleGroup(
  name: string,
  rules: readonly (Alert | RecordingRule)[],
  options: { readonly interval?: DurationLike } = {},
): RuleGroup {
  const site = siteOf(ruleGroup);
  return Object.freeze({
    kind: 'group',
    name,
    ...(options.interval === undefined ? {} : { interval: Duration.of(options.interval) }),
    rules: Object.freeze([...rules]),
    ...(site === undefined ? {} : { site }),
  } satisfies RuleGroup);
}

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
  /** How far in the past its expressions are evaluated. Prometheus 2.53. */
  readonly queryOffset?: Duration;
  /** More results of one rule than this make it fail. Default: any number. */
  readonly limit?: number;
  /** Added to the labels of every rule that does not set them. Prometheus 3.0. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: readonly (Alert | RecordingRule)[];
  readonly site?: Site;
}

export interface RuleGroupOptions {
  /** Default: the stack's evaluation interval. */
  readonly interval?: DurationLike;
  readonly queryOffset?: DurationLike;
  readonly limit?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Defines a rule group: the default export of a file in `alerts/<system>/`. */
export function ruleGroup(
  name: string,
  rules: readonly (Alert | RecordingRule)[],
  options: RuleGroupOptions = {},
): RuleGroup {
  const site = siteOf(ruleGroup);
  return Object.freeze({
    kind: 'group',
    name,
    ...(options.interval === undefined ? {} : { interval: Duration.of(options.interval) }),
    ...(options.queryOffset === undefined ? {} : { queryOffset: Duration.of(options.queryOffset) }),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    ...(options.labels === undefined ? {} : { labels: options.labels }),
    rules: Object.freeze([...rules]),
    ...(site === undefined ? {} : { site }),
  } satisfies RuleGroup);
}

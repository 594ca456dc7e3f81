import { Duration } from '../../catalog/index.ts';
import { canonicalText, parse } from '../../promql/index.ts';
import { readRules } from './read-rules.ts';
import type { RawGroup, RawRule, Texts } from './rule-file.ts';

/** A rule group without what is spelling only: two groups that mean the same are equal. */
export interface NormalGroup {
  readonly name: string;
  readonly interval?: string;
  readonly queryOffset?: string;
  readonly limit?: string;
  readonly labels: Texts;
  readonly rules: readonly NormalRule[];
}

export interface NormalRule {
  readonly kind: RawRule['kind'];
  readonly name: string;
  readonly expr: string;
  readonly for?: string;
  readonly keepFiringFor?: string;
  readonly labels: Texts;
  readonly annotations: Texts;
}

/**
 * The groups of a rule file, sorted by name, as Prometheus understands them. Left out as spelling:
 *
 * | where | what |
 * |---|---|
 * | YAML | comments, quotes and folding, order of keys, an absent, empty or `null` object of labels or annotations |
 * | `expr` | white space, comments, parentheses that the tree does not need, how numbers and durations are written |
 * | durations | `60m` is `1h`; `0` and `0s` are absent |
 * | `limit` | `0` is absent |
 *
 * The order of rules stays: they are evaluated in it.
 */
export function normalRules(text: string): readonly NormalGroup[] {
  return readRules(text)
    .groups.map(normalGroup)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function normalGroup({ name, interval, queryOffset, limit, labels, rules }: RawGroup): NormalGroup {
  return {
    name,
    ...duration('interval', interval),
    ...duration('queryOffset', queryOffset),
    ...(limit === undefined || limit === '0' ? {} : { limit }),
    labels: sorted(labels),
    rules: rules.map(normalRule),
  };
}

function normalRule(rule: RawRule): NormalRule {
  const { expr } = parse(rule.expr);
  return {
    kind: rule.kind,
    name: rule.name,
    expr: expr === undefined ? rule.expr.trim() : canonicalText(expr),
    ...duration('for', rule.for),
    ...duration('keepFiringFor', rule.keepFiringFor),
    labels: sorted(rule.labels),
    annotations: sorted(rule.annotations),
  };
}

function duration<K extends string>(
  key: K,
  text: string | undefined,
): { readonly [P in K]?: string } {
  if (text === undefined || text === '0') return {};
  const known = Duration.parse(text);
  if (known?.milliseconds === 0) return {};
  return { [key]: known?.toString() ?? text } as { readonly [P in K]?: string };
}

function sorted(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

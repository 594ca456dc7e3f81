import { parse, walk } from '../../promql/index.ts';
import { dashboardName, panelName } from '../dashboard/index.ts';
import { jsonsOf, textOf } from '../json.ts';
import { type ReviewedRule, ruleName } from '../rules/index.ts';
import type { Snapshot } from '../snapshot.ts';

/** Something that reads metrics. */
export interface Reader {
  readonly name: string;
  readonly system: string | undefined;
  readonly metrics: ReadonlySet<string>;
  /** Present: what it records, so that others read that. */
  readonly records?: string;
  readonly rule?: ReviewedRule;
}

/** All panels and rules with what they read. */
export function readersOf({ dashboards, groups }: Snapshot): readonly Reader[] {
  const panels = dashboards.flatMap((dashboard) =>
    dashboard.panels.map((panel) => {
      const targets = jsonsOf(panel.json['targets']);
      const metrics = targets.flatMap(({ expr }) => [...metricsIn(textOf(expr))]);
      const name = `${panelName(panel)} of ${dashboardName(dashboard)}`;
      return { name, system: dashboard.system, metrics: new Set(metrics) };
    }),
  );
  const rules = groups
    .flatMap((group) => group.rules)
    .map((rule) => ({
      name: ruleName(rule),
      system: rule.system,
      metrics: metricsIn(rule.expr),
      rule,
      ...(rule.kind === 'record' ? { records: rule.name } : {}),
    }));
  return [...panels, ...rules];
}

/**
 * Who reads a metric: by itself, or what is recorded from it.
 *
 * @param names of the metric; several of a histogram
 */
export function readersOfMetric(
  names: readonly string[],
  system: string | undefined,
  readers: readonly Reader[],
): readonly Reader[] {
  const wanted = new Set(names);
  const found = new Set<Reader>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const reader of readers) {
      if (reader.system !== system || found.has(reader)) continue;
      if (![...reader.metrics].some((metric) => wanted.has(metric))) continue;
      found.add(reader);
      if (reader.records !== undefined) wanted.add(reader.records);
    }
  }
  return readers.filter((reader) => found.has(reader));
}

function metricsIn(text: string): ReadonlySet<string> {
  const { expr } = text === '' ? {} : parse(text, { variables: true });
  if (expr === undefined) return new Set();
  return new Set(
    walk(expr).flatMap((node) => {
      if (node.kind !== 'selector') return [];
      const named = node.matchers.filter(({ label, op }) => label === '__name__' && op === '=');
      return [...(node.name === undefined ? [] : [node.name]), ...named.map(({ value }) => value)];
    }),
  );
}

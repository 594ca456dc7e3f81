import type { Metric } from '../../lib/catalog/index.ts';
import { type Expression, expressionsOf, type System } from '../../lib/model/index.ts';
import { envOf, type Matcher, metricsOf, regexMatches, walk } from '../../lib/promql/index.ts';
import { linkToHeading } from './markdown.ts';

/** Where each metric is used, as Markdown; those that nothing uses are absent. */
export function metricUses(system: System): ReadonlyMap<Metric, string> {
  const env = envOf(system.metrics);
  const found = new Map<Metric, Map<string, Set<string>>>();
  for (const expression of expressionsOf(system)) {
    const { place, part } = useOf(expression);
    for (const node of walk(expression.node)) {
      if (node.kind !== 'selector') continue;
      for (const metric of metricsOf(node, env)) {
        if (!metric.jobs.some((job) => node.matchers.every((matcher) => passes(matcher, job)))) {
          continue;
        }
        const places = found.get(metric) ?? new Map<string, Set<string>>();
        found.set(metric, places.set(place, (places.get(place) ?? new Set()).add(part)));
      }
    }
  }
  return new Map([...found].map(([metric, places]) => [metric, usesText(places)]));
}

function usesText(places: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [...places].map(([place, parts]) => `${place}: ${[...parts].join(' · ')}`).join('<br>');
}

/** A dashboard and the part of it, or the kind of rule and the rule. */
function useOf({ loaded, path, use }: Expression): { place: string; part: string } {
  const { value } = loaded;
  if (value.kind === 'dashboard') {
    const part = path[1]?.replace(/^panel "(.*)"$/s, '$1') ?? '';
    return { place: linkToHeading(value.title), part };
  }
  const name = path[1]?.slice(`${use} `.length) ?? '';
  return use === 'alert'
    ? { place: 'alerts', part: linkToHeading(name) }
    : { place: 'recorded as', part: `\`${name}\`` };
}

/** Whether series of the job may pass: a variable may have any value. */
function passes({ label, op, value, bare }: Matcher, job: string): boolean {
  if (label !== 'job' || bare || value.includes('$')) return true;
  const same = op === '=' || op === '!=' ? value === job : regexMatches(value, job);
  return op.startsWith('!') ? !same : same;
}

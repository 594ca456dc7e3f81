import pc from 'picocolors';

import type { MetricSpecs } from '../../lib/promql/index.ts';
import type { Difference } from './compare.ts';
import type { Answer, Target } from './target.ts';

/** What was found about one target, in lines: a headline, each difference nobody knows, and the known ones by reason. */
export function report(
  { name, catalogs }: Target,
  { version, of }: Answer,
  differences: readonly Difference[],
): string {
  const metrics = Object.values<MetricSpecs>(catalogs).flatMap((specs) => Object.keys(specs));
  const differing = new Set(differences.map(({ metric }) => metric));
  const same = metrics.filter((metric) => !differing.has(metric)).length;
  const unexplained = differences.filter(({ why }) => why === undefined);
  return [
    `${unexplained.length === 0 ? pc.green('ok') : pc.red('differs')} ${name} ${version}${of === undefined ? '' : `, ${of}`}: ${same} of ${metrics.length} metrics as declared`,
    ...unexplained.map(({ metric, what }) => `  ${pc.red(metric)} ${what}`),
    ...[...byReason(differences)].map(([reason, names]) =>
      pc.dim(`  ${reason}\n    ${names.join(' ')}`),
    ),
  ].join('\n');
}

/** Metrics by what is different and why. */
function byReason(differences: readonly Difference[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { metric, what, why } of differences) {
    if (why === undefined) continue;
    const reason = what === 'is missing' ? why : `${what}: ${why}`;
    found.set(reason, [...(found.get(reason) ?? []), metric]);
  }
  return found;
}

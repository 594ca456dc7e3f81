import type { Metric } from '../catalog/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { expressionsOf, type System } from '../model/index.ts';
import { walk } from '../promql/index.ts';

/**
 * What a system's catalogs declare and no panel, variable, alert or recording rule reads: one finding a system. Whole
 * catalogs of exporters are declared, so that is information and not a complaint.
 */
export function unusedMetrics(system: System): Diagnostic[] {
  // Files that are checked are not all that reads them.
  if (system.foreign !== undefined) return [];
  const used = usedSeries(system);
  const unused = system.metrics.filter((metric) => !isUsed(metric, used));
  const names = [...new Set(unused.map(({ name }) => name))].sort();
  if (names.length === 0) return [];
  const declared = new Set(system.metrics.map(({ name }) => name)).size;
  return [
    {
      code: 'catalog/unused-metric',
      severity: 'info',
      message: `${names.length} of ${declared} declared metrics are read by no panel, variable or rule: ${names.map((name) => `\`${name}\``).join(', ')}`,
      where: { file: `systems/${system.name}/metrics.ts`, path: [`system ${system.name}`] },
    },
  ];
}

function usedSeries(system: System): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of expressionsOf(system)) {
    for (const part of walk(node)) {
      if (part.kind === 'selector' && part.name !== undefined) names.add(part.name);
    }
  }
  return names;
}

/** The series of a histogram or summary have suffixes. */
function isUsed({ name, kind }: Metric, used: ReadonlySet<string>): boolean {
  if (used.has(name)) return true;
  if (kind !== 'histogram' && kind !== 'summary') return false;
  return ['_bucket', '_sum', '_count'].some((suffix) => used.has(name + suffix));
}

import { defineStack, type Metric, type Stack } from '../../catalog/index.ts';
import type { Expr } from '../../promql/index.ts';
import type { ImportRequest, PlannedFile } from '../import-plan.ts';
import { type Handles, handlesOf, inferMetrics } from '../promql/index.ts';
import { evaluate } from '../source/index.ts';
import { isUntouched } from '../stamp.ts';
import { stackCode } from './stack-code.ts';
import { catalogFile, libraryOf, otherSystemFiles } from './system-files.ts';

/** What imported files may use of their system, and the files that the system needs first. */
export interface SystemPlan {
  readonly files: readonly PlannedFile[];
  /** Of its catalogs, as they will be. */
  readonly metrics: readonly Metric[];
  /** As it is, or as it will be made. */
  readonly stack: Stack;
  /** Metrics as `m.<name>`. */
  readonly handles: Handles;
  /** Where `dashboards/<system>/` and `alerts/<system>/` import `m` from. */
  readonly systemModule: string;
  /** Where they import the library from. */
  readonly library: string;
}

/**
 * Makes a system with a catalog that the expressions imply, where there is none. Where its catalog is as an import wrote
 * it, metrics that are new are added; a catalog that people wrote stays as it is.
 *
 * @param exprs those of all sources of this import
 * @param recorded series that rules make, which are no metrics of the catalog
 */
export async function systemPlan(
  request: Pick<ImportRequest, 'system' | 'present' | 'existing' | 'formatting'>,
  exprs: Iterable<Expr>,
  recorded: ReadonlySet<string> = new Set(),
): Promise<SystemPlan> {
  const { system, present, existing } = request;
  const written = existing(`systems/${system}/metrics.ts`);
  const isOurs = present === undefined || (written !== undefined && isUntouched(written));
  const known = present?.metrics ?? [];
  // Others of its catalogs are bound to jobs.
  const own = known.filter(({ jobs }) => jobs.length === 0);
  const metrics = isOurs ? merged(own, inferMetrics(exprs, recorded)) : known;
  return {
    files: [
      ...(present === undefined ? await otherSystemFiles(request) : []),
      ...(isOurs ? [await catalogFile(request, metrics)] : []),
    ],
    metrics,
    stack: present?.stack ?? stackOf(system),
    handles: handlesOf(metrics, 'm'),
    systemModule: `../../systems/${system}/index.ts`,
    library: libraryOf(existing),
  };
}

function stackOf(system: string): Stack {
  return evaluate(stackCode(system), new Map([['defineStack', defineStack]])) as Stack;
}

/** Metrics that are known keep what was said of them; labels that are new join theirs. */
function merged(known: readonly Metric[], found: readonly Metric[]): readonly Metric[] {
  const byName = new Map(known.map((metric) => [metric.name, metric]));
  const covered = new Set(known.flatMap(seriesOf));
  for (const metric of found) {
    const before = byName.get(metric.name);
    if (before !== undefined) {
      const labels = { ...metric.labels, ...before.labels };
      byName.set(metric.name, { ...before, labels: sorted(labels) });
    } else if (!seriesOf(metric).some((series) => covered.has(series))) {
      byName.set(metric.name, metric);
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of the series that the metric consists of. */
function seriesOf({ name: metric, kind }: Metric): readonly string[] {
  const parts = [`${metric}_sum`, `${metric}_count`];
  if (kind === 'histogram') return [metric, `${metric}_bucket`, ...parts];
  return kind === 'summary' ? [metric, ...parts] : [metric];
}

function sorted<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Project } from '../../model/index.ts';
import { PrometheusApi } from '../prometheus-server/index.ts';
import { Failure } from '../workplace/index.ts';
import { secondsShown } from '../world/index.ts';
import { askCatalog } from './catalog-in-prometheus.ts';
import { Findings } from './findings.ts';
import { askDashboards } from './verify-world.ts';

/**
 * Asks a running Prometheus, and changes nothing there: which metrics, labels and values of the catalogs it does not have,
 * and which panels are empty.
 *
 * @param url `http://prometheus:9090`
 * @throws Failure where it cannot be reached
 */
export async function verifyRunning(
  project: Project,
  url: string,
  signal?: AbortSignal,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly queries: number }> {
  const api = new PrometheusApi(url, signal);
  const findings = new Findings();
  const clock = await api.instant('time()');
  const now = clock.series[0]?.values[0]?.[1];
  if (now === undefined) throw new Failure(`cannot ask Prometheus at \`${url}\`: ${clock.error}`);
  for (const system of project.systems) {
    const shown = system.dashboards.map(({ value }) => secondsShown(value.time.from));
    await askCatalog(system, api, now - Math.max(3600, ...shown), now, findings);
    await askDashboards(system, project, api, now, false, findings);
    await findings.askSlowAgain();
  }
  return { diagnostics: findings.diagnostics, queries: findings.queries };
}

import type { Analysis } from './analysis.ts';
import { loadedDashboard } from './loaded-dashboard.ts';

/** Whether a dashboard has a query for Prometheus, or a variable that chooses one. */
export function asksPrometheus(analysis: Analysis): boolean {
  const loaded = loadedDashboard(analysis);
  const choosing = loaded?.value.variables.filter(({ type }) => type === 'datasource') ?? [];
  const isChosen = choosing.some(
    (each) => each.type === 'datasource' && each.plugin === 'prometheus',
  );
  // A query of a file that names no datasource is of the one that is chosen, whatever it looks like.
  const mayBeOther = loaded?.foreign === true && choosing.length > 0;
  return isChosen || (analysis.expressions.length > 0 && !mayBeOther);
}

import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Project } from '../project.ts';
import { checkGrid } from './check-grid.ts';
import { checkIdentity } from './check-identity.ts';
import { checkLinks } from './check-links.ts';
import { checkPanelIds } from './check-panel-ids.ts';
import { checkQueries } from './check-queries.ts';
import { checkThresholds } from './check-thresholds.ts';
import { checkVariables } from './check-variables.ts';

/** What is wrong with the dashboards of a project that their types cannot refuse. */
export function validateModel(project: Project): Diagnostic[] {
  const all = project.systems.flatMap(({ dashboards }) => dashboards);
  return [
    ...checkIdentity(project),
    ...checkLinks(all),
    ...all.flatMap((loaded) => [
      // Ids and places of files from elsewhere are theirs.
      ...(loaded.foreign === true ? [] : [...checkPanelIds(loaded), ...checkGrid(loaded)]),
      ...checkQueries(loaded),
      ...checkThresholds(loaded),
      ...checkVariables(loaded),
    ]),
  ];
}

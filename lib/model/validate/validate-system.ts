import type { Diagnostic } from '../../diagnostics/index.ts';
import type { System } from '../project.ts';
import { checkGrid } from './check-grid.ts';
import { checkIdentity } from './check-identity.ts';
import { checkPanelIds } from './check-panel-ids.ts';
import { checkQueries } from './check-queries.ts';
import { checkThresholds } from './check-thresholds.ts';
import { checkVariables } from './check-variables.ts';

/** What is wrong with the dashboards of a system that their types cannot refuse; other systems do not matter. */
export function validateSystem(system: System): Diagnostic[] {
  return [
    ...checkIdentity(system),
    ...system.dashboards.flatMap((loaded) => [
      // Ids and places of files from elsewhere are theirs.
      ...(loaded.foreign === true ? [] : [...checkPanelIds(loaded), ...checkGrid(loaded)]),
      ...checkQueries(loaded),
      ...checkThresholds(loaded),
      ...checkVariables(loaded),
    ]),
  ];
}

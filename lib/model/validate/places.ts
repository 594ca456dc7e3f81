import type { Where } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Panel } from '../panel/index.ts';
import { dashboardPath, panelPath } from '../paths.ts';
import { type Loaded, whereIn } from '../project.ts';
import type { Row } from '../row.ts';
import type { Variable } from '../variable/index.ts';

export function atDashboard(loaded: Loaded<Dashboard>): Where {
  return whereIn(loaded, loaded.value.site, dashboardPath(loaded.value));
}

export function atRow(loaded: Loaded<Dashboard>, row: Row): Where {
  return whereIn(loaded, row.site, [...dashboardPath(loaded.value), `row "${row.title}"`]);
}

export function atPanel(loaded: Loaded<Dashboard>, { props }: Panel): Where {
  return whereIn(loaded, props.site, panelPath(loaded.value, props));
}

export function atVariable(loaded: Loaded<Dashboard>, variable: Variable): Where {
  return whereIn(loaded, variable.site, [
    ...dashboardPath(loaded.value),
    `variable ${variable.name}`,
  ]);
}

export function panelsOf({ value }: Loaded<Dashboard>): readonly Panel[] {
  return value.rows.flatMap((row) => row.panels);
}

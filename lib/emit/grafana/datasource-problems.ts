import { closest } from 'fastest-levenshtein';

import type { Datasource } from '../../catalog/index.ts';
import type { Diagnostic, Where } from '../../diagnostics/index.ts';
import {
  type Dashboard,
  dashboardPath,
  type Loaded,
  panelPath,
  type System,
  whereIn,
} from '../../model/index.ts';

/** Uids that no datasource of the stack has: Grafana shows "Datasource not found" in place of data. */
export function datasourceProblems(
  loaded: Loaded<Dashboard>,
  { stack }: System,
): readonly Diagnostic[] {
  const dashboard = loaded.value;
  const known = stack.datasources;
  const missing = ({ type, uid }: Pick<Datasource, 'type' | 'uid'>) =>
    !known.some((other) => other.uid === uid && other.type === type);
  const ofPanels = dashboard.rows
    .flatMap(({ panels }) => panels)
    .flatMap(({ props }) => {
      const { datasource: chosen } = props;
      if (chosen === undefined || 'kind' in chosen || !missing(chosen)) return [];
      const where = whereIn(loaded, props.site, panelPath(dashboard, props));
      return [unknown('panel/unknown-datasource', chosen, known, where)];
    });
  const ofVariables = dashboard.variables.flatMap((variable) => {
    if (variable.type !== 'datasource' || variable.initial === undefined) return [];
    const chosen = { type: variable.plugin, uid: variable.initial };
    if (!missing(chosen)) return [];
    const path = [...dashboardPath(dashboard), `variable ${variable.name}`];
    const where = whereIn(loaded, variable.site, path);
    return [unknown('variable/unknown-datasource', chosen, known, where)];
  });
  return [...ofVariables, ...ofPanels];
}

function unknown(
  code: Diagnostic['code'],
  { type, uid }: Pick<Datasource, 'type' | 'uid'>,
  known: readonly Datasource[],
  where: Where,
): Diagnostic {
  const uids = known.filter((other) => other.type === type).map((other) => other.uid);
  return {
    code,
    severity: 'error',
    message: `\`${uid}\` is the uid of no datasource of type \`${type}\` in the stack, so that there would be no data`,
    ...(uids.length === 0 ? {} : { hint: `did you mean \`${closest(uid, uids)}\`?` }),
    where,
  };
}

import { closest } from 'fastest-levenshtein';

import type { Diagnostic } from '../../diagnostics/index.ts';
import {
  type Dashboard,
  dashboardPath,
  type Loaded,
  type System,
  whereIn,
} from '../../model/index.ts';

/** Variables that begin with a datasource which the stack does not have. Of panels a check says so. */
export function datasourceProblems(
  loaded: Loaded<Dashboard>,
  { stack: { datasources } }: System,
): readonly Diagnostic[] {
  const dashboard = loaded.value;
  return dashboard.variables.flatMap((variable): Diagnostic[] => {
    if (variable.type !== 'datasource' || !variable.initial) return [];
    const { plugin, initial, name, site } = variable;
    const uids = datasources.filter(({ type }) => type === plugin).map(({ uid }) => uid);
    if (uids.includes(initial)) return [];
    return [
      {
        code: 'variable/unknown-datasource',
        severity: 'error',
        message: `\`${initial}\` is the uid of no datasource of type \`${plugin}\` in the stack, so that there would be no data`,
        ...(uids.length === 0 ? {} : { hint: `did you mean \`${closest(initial, uids)}\`?` }),
        where: whereIn(loaded, site, [...dashboardPath(dashboard), `variable ${name}`]),
      },
    ];
  });
}

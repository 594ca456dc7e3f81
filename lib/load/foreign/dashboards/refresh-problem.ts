import type { Diagnostic } from '../../../diagnostics/index.ts';
import type { ForeignFile } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { problemAt } from '../problem.ts';
import type { RawVariable } from './to-variable.ts';

/**
 * A variable that asks Prometheus, and does so only when somebody edits it. To fix it is to let it ask whenever the time
 * range changes: which values there are depends on it.
 */
export function refreshProblem(
  { variable, settings }: RawVariable,
  path: readonly string[],
  { file, document }: { readonly file: ForeignFile; readonly document: JsonDocument },
): Diagnostic[] {
  const never = variable.refresh === 'never' ? 'never' : 0;
  if (variable.refresh !== never) return [];
  const refresh = [...settings, 'refresh'];
  const always = never === 0 ? 2 : 'onTimeRangeChanged';
  const edit = document.set(refresh, always);
  return [
    {
      ...problemAt(file, document.spanOf(refresh), path, {
        code: 'dashboard-file/never-refreshed',
        severity: 'warning',
        message: `\`$${String(variable.name)}\` lists the values of the day on which the dashboard was saved`,
        hint: `\`"refresh": ${JSON.stringify(always)}\``,
      }),
      ...(edit === undefined ? {} : { fix: [edit] }),
    },
  ];
}

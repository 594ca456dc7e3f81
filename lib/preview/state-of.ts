import { type Diagnostic, renderText } from '../diagnostics/index.ts';
import type { PreviewContent } from './content/index.ts';
import { readDashboard } from './dashboard/index.ts';
import type { PreviewData } from './data/index.ts';
import type { PreviewDiagnostic, PreviewState } from './protocol.ts';

/** What the page is told of the project. */
export function stateOf(
  version: number,
  content: PreviewContent,
  diagnostics: readonly Diagnostic[],
  data: PreviewData['kind'],
): PreviewState {
  return {
    version,
    systems: content.systems.map(({ name, dashboards, scenarios }) => ({
      name,
      dashboards: dashboards.map((json) => {
        const { uid, title, description, tags } = readDashboard(json);
        return { uid, title, description, tags };
      }),
      scenarios: data === 'prometheus' ? [] : scenarios,
    })),
    diagnostics: diagnostics.map(shown),
    data,
  };
}

function shown(diagnostic: Diagnostic): PreviewDiagnostic {
  const { severity, code, message, hint, where } = diagnostic;
  const { file, line, column, path } = where;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return {
    severity,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    place: [place, ...path].join(' › '),
    text: renderText([diagnostic], false),
  };
}

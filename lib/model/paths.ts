import type { Dashboard } from './dashboard.ts';
import type { PanelProps } from './panel/index.ts';

/** The path of a dashboard, as `Where` has it. */
export function dashboardPath({ uid }: Pick<Dashboard, 'uid'>): readonly string[] {
  return [`dashboard ${uid}`];
}

export function panelPath(
  dashboard: Pick<Dashboard, 'uid'>,
  { title }: Pick<PanelProps, 'title'>,
): readonly string[] {
  return [...dashboardPath(dashboard), `panel "${title}"`];
}

export function queryPath(panel: readonly string[], refId: string): readonly string[] {
  return [...panel, `query ${refId}`];
}

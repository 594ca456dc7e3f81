import { similar } from '../../diagnostics/index.ts';
import type { ContentSystem, DashboardJson, PreviewContent } from '../../preview/index.ts';
import { fileNamePart } from '../pictures/index.ts';
import { unknownName, UsageError } from '../usage-error.ts';

/** Which pictures are wanted. Absent: all dashboards, the whole dashboard, the healthy system. */
export interface PictureWish {
  readonly dashboard?: string;
  readonly panel?: string;
  readonly scenario?: string;
  readonly theme: 'dark' | 'light';
}

/** A picture that is to be taken. */
export interface PictureJob {
  readonly uid: string;
  readonly panel?: number;
  readonly scenario?: string;
  /** Below the folder of pictures: `flashcastr/flashcastr-flashes--queue-stalls.dark.png`. */
  readonly file: string;
}

/** @throws UsageError for a name that nothing has */
export function pictureJobs({ systems }: PreviewContent, wish: PictureWish): readonly PictureJob[] {
  if (wish.panel !== undefined && wish.dashboard === undefined) {
    throw new UsageError('`--panel` needs the `--dashboard` that it is of');
  }
  const chosen = withScenario(withDashboard(systems, wish.dashboard), wish.scenario);
  return chosen.flatMap((system) =>
    system.dashboards
      .filter(({ uid }) => wish.dashboard === undefined || uid === wish.dashboard)
      .map((dashboard) => jobOf(system.name, dashboard, wish)),
  );
}

function withDashboard(systems: readonly ContentSystem[], uid: string | undefined) {
  if (uid === undefined) return systems;
  const known = systems.flatMap(({ dashboards }) => dashboards.map((each) => String(each['uid'])));
  if (!known.includes(uid)) throw unknownName('dashboard', uid, known);
  return systems.filter(({ dashboards }) => dashboards.some((each) => each['uid'] === uid));
}

/** Each system has scenarios of its own: those that do not know this one have no picture of it. */
function withScenario(systems: readonly ContentSystem[], scenario: string | undefined) {
  if (scenario === undefined || scenario === 'healthy') return systems;
  const known = systems.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
  if (!known.includes(scenario)) {
    throw unknownName('scenario', scenario, ['healthy', ...new Set(known)]);
  }
  return systems.filter(({ scenarios }) => scenarios.some(({ name }) => name === scenario));
}

function jobOf(system: string, dashboard: DashboardJson, wish: PictureWish): PictureJob {
  const uid = String(dashboard['uid']);
  const panel = wish.panel === undefined ? undefined : panelId(dashboard, wish.panel);
  const scenario = wish.scenario === 'healthy' ? undefined : wish.scenario;
  const name = [
    fileNamePart(uid),
    ...(scenario === undefined ? [] : [fileNamePart(scenario)]),
    ...(panel === undefined ? [] : [`panel-${panel}`]),
  ].join('--');
  return {
    uid,
    ...(panel === undefined ? {} : { panel }),
    ...(scenario === undefined ? {} : { scenario }),
    file: `${system}/${name}.${wish.theme}.png`,
  };
}

function panelId(dashboard: DashboardJson, asked: string): number {
  const panels = panelsIn(dashboard);
  const found = panels.find(({ id }) => String(id) === asked);
  if (found !== undefined) return found.id;
  const near = similar(
    asked,
    panels.flatMap(({ id, title }) => [String(id), title]),
  );
  const meant = panels.find(({ id, title }) => near === String(id) || near === title);
  const told = ({ id, title }: PanelName) => `\`${id}\` (${title})`;
  const advice =
    meant === undefined
      ? `there are ${panels.map(told).join(', ')}`
      : `did you mean ${told(meant)}?`;
  throw new UsageError(
    `unknown panel \`${asked}\` of dashboard \`${String(dashboard['uid'])}\`: ${advice}`,
  );
}

interface PanelName {
  readonly id: number;
  readonly title: string;
}

/** Those in closed rows, too. We made them: all have what we give them. */
function panelsIn({ panels }: DashboardJson): readonly PanelName[] {
  type Entry = PanelName & { readonly type: string; readonly panels?: readonly Entry[] };
  return (panels as readonly Entry[]).flatMap((entry) =>
    entry.type === 'row' ? (entry.panels ?? []) : [entry],
  );
}

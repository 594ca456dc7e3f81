import path from 'node:path';

import { loadProject } from '../../../lib/cli/compile.ts';
import { withStudio } from '../../../lib/cli/pictures/index.ts';
import {
  contentOf,
  type Drawn,
  type DrawnPanel,
  logOf,
  type Page,
  photograph,
} from '../../../lib/preview/index.ts';
import { decodePng } from '../../../lib/preview/pictures/index.ts';
import { toolPath } from '../../tool-path.ts';
import { type Colors, colorsOf } from './colors-of.ts';

const ROOT = path.join(__dirname, '../../..');

/** A dashboard of a world, as Chromium drew it. */
export interface DrawnBoard {
  readonly uid: string;
  /** `healthy`, or the name of a scenario. */
  readonly world: string;
  readonly panels: readonly SeenPanel[];
}

export interface SeenPanel extends DrawnPanel {
  /** Absent: its dashboard was opened, and no picture taken. */
  readonly colors?: Colors;
}

export interface DrawnSystem {
  readonly boards: readonly DrawnBoard[];
  /** What the browser's console said. */
  readonly complaints: readonly string[];
}

/**
 * Opens every dashboard of a system in every world that it has, and takes pictures of the healthy ones.
 *
 * @param pictured others of which pictures are taken
 */
export async function drawSystem(
  name: string,
  pictured: readonly (readonly [world: string, uid: string, ...rest: unknown[]])[],
): Promise<DrawnSystem> {
  await Promise.all([toolPath('chromium'), toolPath('prometheus'), toolPath('promtool')]);
  const { value: project } = loadProject(ROOT, name);
  const scenarios = project.systems[0]?.world?.value.scenarios ?? [];
  return withStudio(ROOT, project, async (studio) => {
    const content = contentOf(project);
    const page = await studio.pageOf(content);
    const log = logOf(page);
    const boards: DrawnBoard[] = [];
    for (const world of ['healthy', ...scenarios.map((scenario) => scenario.name)]) {
      for (const { value } of project.systems[0]?.dashboards ?? []) {
        const { uid } = value;
        const isPictured =
          world === 'healthy' || pictured.some((each) => each[0] === world && each[1] === uid);
        const panels = await panelsOf(page, uid, world, isPictured);
        boards.push({ uid, world, panels });
      }
    }
    return { boards, complaints: log.complaints };
  });
}

async function panelsOf(
  page: Page,
  uid: string,
  world: string,
  isPictured: boolean,
): Promise<readonly SeenPanel[]> {
  const scenario = world === 'healthy' ? {} : { scenario: world };
  const request = { uid, theme: 'dark', kiosk: true, expandRows: true, ...scenario } as const;
  if (!isPictured) {
    const open = `window.dashcPreview.open(${JSON.stringify(request)})`;
    return (await page.evaluate<Drawn>(open, PATIENCE)).panels;
  }
  const { png, drawn } = await photograph(page, request);
  const picture = decodePng(png);
  return drawn.panels.map((panel) => ({ ...panel, colors: colorsOf(picture, panel.box) }));
}

/** Milliseconds: the first dashboard of a world waits for its data. */
const PATIENCE = 180_000;

/** The panel of this title, which has to be there. */
export function panelOf(
  { boards }: DrawnSystem,
  world: string,
  uid: string,
  title: string,
): SeenPanel {
  const board = boards.find((each) => each.world === world && each.uid === uid);
  const panel = board?.panels.find((each) => each.title === title);
  if (panel === undefined) throw new Error(`there is no panel "${title}" in ${uid}, ${world}`);
  return panel;
}

/** Titles of panels about which something is so, by world and dashboard. */
export function panelsThat(
  { boards }: DrawnSystem,
  isSo: (panel: SeenPanel) => boolean,
): Record<string, readonly string[]> {
  const found = boards.map(({ uid, world, panels }) => {
    return [`${world}, ${uid}`, panels.filter(isSo).map(({ title }) => title)] as const;
  });
  return Object.fromEntries(found.filter(([, titles]) => titles.length > 0));
}

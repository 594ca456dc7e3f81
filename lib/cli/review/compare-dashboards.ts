import type { Project } from '../../model/index.ts';
import {
  contentSystem,
  type DashboardJson,
  type Photograph,
  photograph,
  type PreviewContent,
} from '../../preview/index.ts';
import type { ChangedDashboard, Review } from '../../review/index.ts';
import { type Studio, withStudio } from '../pictures/index.ts';
import { inPictures, inWords } from './compare-dashboard.ts';
import type { ComparedDashboard } from './compared-dashboard.ts';

/**
 * Compares all dashboards that changed, in words and in pictures.
 *
 * @param project as it is now: its data is drawn in both versions
 * @throws UsageError where something is missing, Failure where something fails
 */
export async function compareDashboards(
  root: string,
  project: Project,
  changed: readonly ChangedDashboard[],
  review: Review,
): Promise<readonly ComparedDashboard[]> {
  const missing = new Map(changed.map((each) => [each, whyNot(each, project)]));
  const drawn = changed.filter((each) => missing.get(each) === undefined);
  const compared = drawn.length === 0 ? [] : await draw(root, project, drawn, review);
  return changed.map((each) => {
    const why = missing.get(each);
    const words = { ...inWords(each, review), ...(why === undefined ? {} : { missing: why }) };
    return compared[drawn.indexOf(each)] ?? words;
  });
}

function draw(
  root: string,
  project: Project,
  changed: readonly ChangedDashboard[],
  review: Review,
): Promise<readonly ComparedDashboard[]> {
  return withStudio(root, project, async (studio) => {
    const before = await photographs(studio, project, changed, 'before');
    const after = await photographs(studio, project, changed, 'after');
    return changed.map((each) =>
      inPictures(each, { before: before.get(each), after: after.get(each) }, review),
    );
  });
}

async function photographs(
  studio: Studio,
  project: Project,
  changed: readonly ChangedDashboard[],
  side: 'before' | 'after',
): Promise<ReadonlyMap<ChangedDashboard, Photograph>> {
  const page = await studio.pageOf(contentOf(project, changed, side));
  const taken = new Map<ChangedDashboard, Photograph>();
  for (const each of changed) {
    const uid = each[side]?.name;
    if (uid === undefined) continue;
    const request = { uid, theme: 'dark', kiosk: true, expandRows: true } as const;
    taken.set(each, await photograph(page, request));
  }
  await page.close();
  return taken;
}

function contentOf(
  { systems }: Project,
  changed: readonly ChangedDashboard[],
  side: 'before' | 'after',
): PreviewContent {
  return {
    systems: systems.map((system) => {
      const own = changed.filter((each) => each.system === system.name);
      const dashboards = own.flatMap((each): DashboardJson[] => {
        const version = each[side];
        return version === undefined ? [] : [version.json as DashboardJson];
      });
      return contentSystem(system, dashboards);
    }),
  };
}

function whyNot({ system, before, after }: ChangedDashboard, project: Project): string | undefined {
  if (!project.systems.some(({ name }) => name === system)) {
    return 'its system is gone, and nothing makes its data';
  }
  const hasUid = [before, after].every((each) => each === undefined || each.name !== each.file);
  return hasUid ? undefined : 'it has no uid to open it by';
}

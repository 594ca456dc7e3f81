import { availableParallelism } from 'node:os';

import type { Project } from '../../model/index.ts';
import {
  contentSystem,
  type DashboardJson,
  type PreviewContent,
  takeTurns,
} from '../../preview/index.ts';
import type { ChangedDashboard, Review } from '../../review/index.ts';
import { withStudio } from '../pictures/index.ts';
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
    // Each dashboard is drawn twice at once.
    const count = Math.min(Math.ceil(availableParallelism() / 2), changed.length);
    const [before, after] = await Promise.all([
      studio.pagesOf(contentOf(project, changed, 'before'), count),
      studio.pagesOf(contentOf(project, changed, 'after'), count),
    ]);
    const pairs = before.flatMap((page, i) => {
      const partner = after[i];
      return partner === undefined ? [] : [{ before: page, after: partner }];
    });
    return takeTurns(pairs, changed, (pages, each) => inPictures(pages, each, review));
  });
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

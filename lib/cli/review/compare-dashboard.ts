import {
  compareShots,
  encodePng,
  type Page,
  type Photograph,
  photograph,
  shotOf,
} from '../../preview/index.ts';
import type { Change, ChangedDashboard, Review } from '../../review/index.ts';
import type { ComparedDashboard } from './compared-dashboard.ts';
import { comparedPanels } from './compared-panels.ts';
import { outlined } from './outlined.ts';

/** A page with the dashboards of before, and one with those of after. */
export interface PagePair {
  readonly before: Page;
  readonly after: Page;
}

/** What the words say of a dashboard. */
export function inWords(dashboard: ChangedDashboard, { changes }: Review): ComparedDashboard {
  const { before, after, system } = dashboard;
  const names = [after?.name, before?.name];
  const { name = '', title = '' } = after ?? before ?? {};
  return {
    system,
    name,
    title,
    state: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    changes: changes.filter((each) => isOf(each, system, names)),
    pictures: {},
    panels: [],
  };
}

function isOf(
  change: Change,
  system: string | undefined,
  names: readonly (string | undefined)[],
): boolean {
  return (
    change.dashboard !== undefined && change.system === system && names.includes(change.dashboard)
  );
}

/**
 * Draws a dashboard in both versions, as far as it has them, and compares them.
 *
 * @throws Failure
 */
export async function inPictures(
  pages: PagePair,
  dashboard: ChangedDashboard,
  review: Review,
): Promise<ComparedDashboard> {
  const told = inWords(dashboard, review);
  const { before, after, panels: partners } = dashboard;
  const [was, is] = await Promise.all([
    before && draw(pages.before, before.name),
    after && draw(pages.after, after.name),
  ]);
  const [old, young] = [was && shotOf(was), is && shotOf(is)];
  const both = old && young && compareShots(old, young, partners);
  const changed = comparedPanels({
    changes: told.changes,
    before: was?.drawn.panels ?? [],
    after: is?.drawn.panels ?? [],
    partners,
    pixels: both?.panels ?? new Map(),
    isGone: after === undefined,
  });
  return {
    ...told,
    // All panels of a dashboard that came or went came or went.
    panels: both === undefined ? [] : changed,
    ...(both === undefined ? {} : { head: both.head }),
    pictures: {
      ...(old && {
        before: outlined(old, changed, ({ id, state }) => {
          return state === 'removed' ? id : partners.get(id);
        }),
      }),
      ...(young && {
        after: outlined(young, changed, ({ id, state }) => (state === 'removed' ? undefined : id)),
      }),
      ...(both && { difference: encodePng(both.picture) }),
    },
  };
}

function draw(page: Page, uid: string): Promise<Photograph> {
  return photograph(page, { uid, theme: 'dark', kiosk: true, expandRows: true });
}

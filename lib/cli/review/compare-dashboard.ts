import { compareShots, encodePng, type Photograph, shotOf } from '../../preview/index.ts';
import type { Change, ChangedDashboard, Review } from '../../review/index.ts';
import type { ComparedDashboard } from './compared-dashboard.ts';
import { comparedPanels } from './compared-panels.ts';
import { outlined } from './outlined.ts';

/** A dashboard in both versions, as far as it has them. */
export interface PhotographPair {
  readonly before: Photograph | undefined;
  readonly after: Photograph | undefined;
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

/** What words and pictures say of a dashboard. */
export function inPictures(
  dashboard: ChangedDashboard,
  { before: was, after: is }: PhotographPair,
  review: Review,
): ComparedDashboard {
  const told = inWords(dashboard, review);
  const { after, panels: partners } = dashboard;
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

import { type Diagnostic, similar, type Where } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import { dashboardPath } from '../paths.ts';
import { type Loaded, whereIn } from '../project.ts';
import { atPanel, panelsOf } from './places.ts';

interface Link {
  readonly uid: string;
  readonly where: Where;
}

/** Links to dashboards lead to dashboards of the project. */
export function checkLinks(all: readonly Loaded<Dashboard>[]): Diagnostic[] {
  const uids = all.map(({ value }) => value.uid);
  return all
    .flatMap((loaded) => [...linksAbove(loaded), ...linksInPanels(loaded)])
    .filter(({ uid }) => !uids.includes(uid))
    .map((link) => broken(link, uids));
}

function linksAbove(loaded: Loaded<Dashboard>): Link[] {
  return loaded.value.links.flatMap(({ to, title, site }) =>
    to.kind === 'dashboard'
      ? [
          {
            uid: to.uid,
            where: whereIn(loaded, site, [...dashboardPath(loaded.value), `link "${title}"`]),
          },
        ]
      : [],
  );
}

function linksInPanels(loaded: Loaded<Dashboard>): Link[] {
  return panelsOf(loaded).flatMap((panel) => {
    const { links, field, overrides } = panel.props;
    const onValues = [field, ...overrides.map(({ standard }) => standard)];
    return [...links, ...onValues.flatMap((values) => values.links ?? [])].flatMap(({ url }) => {
      const uid = /^\/d\/([A-Za-z0-9_-]+)(?:[/?#]|$)/.exec(url)?.[1];
      return uid === undefined ? [] : [{ uid, where: atPanel(loaded, panel) }];
    });
  });
}

function broken({ uid, where }: Link, uids: readonly string[]): Diagnostic {
  const meant = similar(uid, uids);
  return {
    code: 'dashboard/unknown-link',
    severity: 'error',
    message: `\`${uid}\` is the uid of no dashboard of this project, so the link leads nowhere`,
    ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }),
    where,
  };
}

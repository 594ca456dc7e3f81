import { type Diagnostic, similar, type Where } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import { dashboardPath } from '../paths.ts';
import { type Loaded, type System, whereIn } from '../project.ts';
import { atDashboard, atPanel, panelsOf } from './places.ts';
import { repeated } from './repeated.ts';

/** All that the dashboards of other systems have to know of a dashboard. */
export interface DashboardFace {
  readonly uid: string;
  /** File name without extension. */
  readonly name: string;
  readonly where: Where;
  /** Relative to the project's root. */
  readonly file: string;
  /** Where it leads to, of the project's dashboards. */
  readonly links: readonly { readonly uid: string; readonly where: Where }[];
}

export function facesOf({ dashboards }: System): DashboardFace[] {
  return dashboards.map((loaded) => ({
    uid: loaded.value.uid,
    name: loaded.name,
    where: atDashboard(loaded),
    file: loaded.file,
    links: [...linksAbove(loaded), ...linksInPanels(loaded)],
  }));
}

/**
 * What is wrong between dashboards, whatever systems they are of: uids are one in the project, and links lead to
 * dashboards of it. All that a finding about one system takes from another is here.
 */
export function checkAcross<F extends DashboardFace>(
  faces: readonly F[],
): { readonly of: F; readonly problem: Diagnostic }[] {
  const uids = faces.map(({ uid }) => uid);
  const known = new Set(uids);
  return [
    ...repeated(faces, ({ uid }) => uid).map(([of, first]) => ({
      of,
      problem: duplicateUid(of, first),
    })),
    ...faces.flatMap((of) =>
      of.links
        .filter(({ uid }) => !known.has(uid))
        .map((link) => ({ of, problem: brokenLink(link, uids) })),
    ),
  ];
}

function linksAbove(loaded: Loaded<Dashboard>): DashboardFace['links'] {
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

function linksInPanels(loaded: Loaded<Dashboard>): DashboardFace['links'] {
  return panelsOf(loaded).flatMap((panel) => {
    const { links, field, overrides } = panel.props;
    const onValues = [field, ...overrides.map(({ standard }) => standard)];
    return [...links, ...onValues.flatMap((values) => values.links ?? [])].flatMap(({ url }) => {
      const uid = /^\/d\/([A-Za-z0-9_-]+)(?:[/?#]|$)/.exec(url)?.[1];
      return uid === undefined ? [] : [{ uid, where: atPanel(loaded, panel) }];
    });
  });
}

function duplicateUid({ uid, name, where }: DashboardFace, first: DashboardFace): Diagnostic {
  return {
    code: 'dashboard/duplicate-uid',
    severity: 'error',
    message: `\`${uid}\` is the uid of \`${first.file}\` already: of two dashboards with one uid, Grafana keeps one`,
    hint: `uid: '${another(uid, name)}'`,
    where,
  };
}

/** A uid that tells the dashboard from the one that has its uid: its file is another. */
function another(uid: string, name: string): string {
  return `${uid.slice(0, 39 - name.length)}-${name}`.slice(-40);
}

function brokenLink(
  { uid, where }: DashboardFace['links'][number],
  uids: readonly string[],
): Diagnostic {
  const meant = similar(uid, uids);
  return {
    code: 'dashboard/unknown-link',
    severity: 'error',
    message: `\`${uid}\` is the uid of no dashboard of this project, so the link leads nowhere`,
    ...(meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` }),
    where,
  };
}

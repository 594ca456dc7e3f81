import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Loaded, Project } from '../project.ts';
import { atDashboard } from './places.ts';

/** uids are one in the project and have a form that Grafana takes; titles are one in a folder. */
export function checkIdentity(project: Project): Diagnostic[] {
  const all = project.systems.flatMap(({ dashboards }) => dashboards);
  return [
    ...all.flatMap(checkUid),
    ...all.flatMap(checkTitle),
    ...repeated(all, ({ value }) => value.uid).map(([loaded, first]) =>
      duplicateUid(loaded, first),
    ),
    // Nobody knows the folders of files that were found somewhere.
    ...project.systems.flatMap(({ dashboards, foreign }) =>
      (foreign === undefined ? repeated(dashboards, ({ value }) => value.title) : []).map(
        ([loaded, first]) => duplicateTitle(loaded, first),
      ),
    ),
  ];
}

/** Each item whose key an earlier one has, with that earlier one. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): [T, T][] {
  const seen = new Map<string, T>();
  return items.flatMap((item): [T, T][] => {
    const first = seen.get(keyOf(item));
    if (first === undefined) seen.set(keyOf(item), item);
    return first === undefined ? [] : [[item, first]];
  });
}

function checkUid(loaded: Loaded<Dashboard>): Diagnostic[] {
  const { uid } = loaded.value;
  if (/^[A-Za-z0-9_-]{1,40}$/.test(uid)) return [];
  const short = uid.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 40);
  return [
    {
      code: 'dashboard/uid',
      severity: 'error',
      message: `\`${uid}\` has ${uid.length} characters, but a uid has 1 to 40 of \`a-z\`, \`A-Z\`, \`0-9\`, \`-\` and \`_\``,
      ...(short === '' ? {} : { hint: `uid: '${short}'` }),
      where: atDashboard(loaded),
    },
  ];
}

function checkTitle(loaded: Loaded<Dashboard>): Diagnostic[] {
  if (loaded.value.title.trim() !== '') return [];
  return [
    {
      code: 'dashboard/title',
      severity: 'error',
      message: '`title` is empty, and Grafana refuses a dashboard without one',
      where: atDashboard(loaded),
    },
  ];
}

function duplicateUid(loaded: Loaded<Dashboard>, first: Loaded<Dashboard>): Diagnostic {
  return {
    code: 'dashboard/duplicate-uid',
    severity: 'error',
    message: `\`${loaded.value.uid}\` is the uid of \`${first.file}\` already: of two dashboards with one uid, Grafana keeps one`,
    hint: `uid: '${another(loaded)}'`,
    where: atDashboard(loaded),
  };
}

function duplicateTitle(loaded: Loaded<Dashboard>, first: Loaded<Dashboard>): Diagnostic {
  return {
    code: 'dashboard/duplicate-title',
    severity: 'error',
    message: `\`${loaded.value.title}\` is the title of \`${first.file}\` already, and both are in one folder`,
    hint: `title: '${loaded.value.title} (${loaded.name})'`,
    where: atDashboard(loaded),
  };
}

/** A uid that tells the dashboard from the one that has its uid: its file is another. */
function another({ value, name }: Loaded<Dashboard>): string {
  return `${value.uid.slice(0, 39 - name.length)}-${name}`.slice(-40);
}

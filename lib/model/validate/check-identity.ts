import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Loaded, System } from '../project.ts';
import { atDashboard } from './places.ts';
import { repeated } from './repeated.ts';

/** uids have a form that Grafana takes; titles are one in a folder. */
export function checkIdentity({ dashboards, foreign }: System): Diagnostic[] {
  // Nobody knows the folders of files that were found somewhere.
  const twice = foreign === undefined ? repeated(dashboards, ({ value }) => value.title) : [];
  return [
    ...dashboards.flatMap(checkUid),
    ...dashboards.flatMap(checkTitle),
    ...twice.map(([loaded, first]) => duplicateTitle(loaded, first)),
  ];
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

function duplicateTitle(loaded: Loaded<Dashboard>, first: Loaded<Dashboard>): Diagnostic {
  return {
    code: 'dashboard/duplicate-title',
    severity: 'error',
    message: `\`${loaded.value.title}\` is the title of \`${first.file}\` already, and both are in one folder`,
    hint: `title: '${loaded.value.title} (${loaded.name})'`,
    where: atDashboard(loaded),
  };
}

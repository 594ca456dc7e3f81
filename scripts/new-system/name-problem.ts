import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What two systems use: a folder beside those of the systems. */
const SHARED = 'shared';

/** uids have at most 40 characters, and the longest is `<name>-prometheus`. */
const LONGEST = 40 - '-prometheus'.length;

/** Why there can be no new system of this name; `undefined` where there can. */
export function nameProblem(root: string, name: string): string | undefined {
  if (name === '') return 'a name is missing';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `\`${name}\` is no name of a system: lower case letters, digits and single hyphens, a letter first`;
  }
  if (name.length > LONGEST) return `\`${name}\` has more than ${LONGEST} characters`;
  if (name === SHARED) return `\`${name}\` is the folder of what several systems use`;
  const taken = ['systems', 'dashboards', 'alerts', 'build']
    .map((folder) => `${folder}/${name}`)
    .find((folder) => existsSync(join(root, folder)));
  return taken === undefined ? undefined : `\`${taken}\` is there already`;
}

import type { Where } from '../diagnostics/index.ts';
import {
  type AllowHere,
  atDashboard,
  atPanel,
  type Dashboard,
  type Loaded,
  type PlacedAllow,
  type RuleGroup,
  type System,
  whereIn,
} from '../model/index.ts';
import { isOff } from './checks-for.ts';

/** An exception in one place that it is for. */
export interface AllowAt extends PlacedAllow {
  /** The same for all places of one that is written once: what holds it may be in several dashboards or systems. */
  readonly written: unknown;
  /** Only for findings in this system's folders, and in those that systems share. */
  readonly system?: string;
}

/**
 * All exceptions of a system: its own, and those that are written at dashboards, panels and rules. Without those from a
 * check that nobody asked for, which would find nothing.
 */
export function placedAllows(system: System): readonly AllowAt[] {
  return allAllows(system).filter(({ code }) => !isOff(code, system));
}

function allAllows(system: System): readonly AllowAt[] {
  const { name, allow = [], dashboards, groups, foreign } = system;
  // Files that were read may be anywhere.
  const scope = foreign === undefined ? { system: name } : {};
  return [
    ...allow.map((each) => ({ ...each, ...scope, written: each })),
    ...dashboards.flatMap(ofDashboard),
    ...groups.flatMap(ofGroup),
  ];
}

function ofDashboard(loaded: Loaded<Dashboard>): AllowAt[] {
  // Uids are unique in a project only; the parts of a typed dashboard may be in several files.
  const file = loaded.foreign === true ? { file: loaded.file } : {};
  const panels = loaded.value.rows.flatMap((row) => row.panels);
  return [
    ...placed(loaded.value.allow, () => atDashboard(loaded), file),
    ...panels.flatMap((panel) => placed(panel.props.allow, () => atPanel(loaded, panel), file)),
  ];
}

/** Another system may have a rule of the same name, in another file. */
function ofGroup(loaded: Loaded<RuleGroup>): AllowAt[] {
  return loaded.value.rules.flatMap(({ allow, kind, name, site }) => {
    const find = () => whereIn(loaded, site, [`${kind} ${name}`]);
    return allow === undefined ? [] : placed(allow, find, { file: find().file });
  });
}

/** A place is looked up only where there is an exception: most have none. */
function placed(
  allow: readonly AllowHere[] = [],
  find: () => Where,
  file: Pick<PlacedAllow, 'file'>,
): AllowAt[] {
  return allow.map((each) => {
    const where = find();
    const { line, column, path } = where;
    const written = JSON.stringify([where.file, line === undefined ? path : [line, column], each]);
    return { ...each, ...file, path, where, written };
  });
}

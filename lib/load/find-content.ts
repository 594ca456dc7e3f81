import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The files of one system, relative to the project's root, always with `/`, sorted. */
export interface ContentFiles {
  readonly name: string;
  readonly index: string;
  readonly dashboards: readonly string[];
  readonly groups: readonly string[];
  /** Absent: the system has none. */
  readonly world?: string;
}

/** What the folders hold. */
export interface Content {
  /** Sorted by name. */
  readonly systems: readonly ContentFiles[];
  /** Folders with dashboards or alerts of a system that `systems/` does not have. */
  readonly orphans: readonly string[];
}

/** Folder of what several systems use: not a system itself. */
const SHARED = 'shared';

/** Finds content by folder: there is no list to edit, and the order of the folder does not matter. */
export function findContent(root: string): Content {
  const names = foldersIn(root, 'systems').filter((name) =>
    existsSync(path.join(root, 'systems', name, 'index.ts')),
  );
  const orphans = ['dashboards', 'alerts'].flatMap((kind) =>
    foldersIn(root, kind)
      .filter((name) => !names.includes(name))
      .map((name) => `${kind}/${name}`)
      .filter((folder) => sourcesIn(root, folder).length > 0),
  );
  return {
    systems: names.map((name) => ({
      name,
      index: `systems/${name}/index.ts`,
      dashboards: sourcesIn(root, `dashboards/${name}`),
      groups: sourcesIn(root, `alerts/${name}`),
      ...worldOf(root, name),
    })),
    orphans,
  };
}

function worldOf(root: string, name: string): Pick<ContentFiles, 'world'> {
  const world = `systems/${name}/scenarios.ts`;
  return existsSync(path.join(root, world)) ? { world } : {};
}

function foldersIn(root: string, folder: string): string[] {
  return entriesOf(root, folder)
    .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
    .map((entry) => entry.name)
    .sort();
}

function sourcesIn(root: string, folder: string): string[] {
  return entriesOf(root, folder)
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

function entriesOf(root: string, folder: string) {
  const absolute = path.join(root, folder);
  return existsSync(absolute) ? readdirSync(absolute, { withFileTypes: true }) : [];
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Diagnostic } from '../../diagnostics/index.ts';
import * as authoring from '../../index.ts';
import { load, loadForeign } from '../../load/index.ts';
import { type Project, systemEnv } from '../../model/index.ts';
import { type Env, OPEN_ENV } from '../../promql/index.ts';
import type { ReviewFile, Side } from '../../review/index.ts';
import { compile } from '../compile.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { UsageError } from '../usage-error.ts';
import { folderFiles, isWritten } from './folder-files.ts';
import { type Commit, filesAt } from './git-tree.ts';

/** Both sides of a comparison. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export interface SourcesRequest {
  /** Absolute. */
  readonly root: string;
  readonly base: Commit;
  readonly system: string | undefined;
  readonly typecheck: boolean;
}

/** Where a build is, below the project's root. */
const BUILD = 'build';

/** Where metrics are declared and recorded, and what these import. */
const FACTS = ['systems', 'alerts', 'dashboards/shared'];

/**
 * What is built at a commit, and what the sources build now.
 *
 * @returns `sides` is absent where the sources have errors
 * @throws UsageError where the commit has no build
 */
export async function sidesOfSources(
  io: Io,
  { root, base, system, typecheck }: SourcesRequest,
): Promise<{ readonly sides?: Sides; readonly diagnostics: readonly Diagnostic[] }> {
  const built = buildAt(root, base, system);
  const files: ReviewFile[] = [];
  const { project, diagnostics, summary } = await compile(
    io,
    { root, system, typecheck },
    (name, artifacts) => {
      for (const { path: below, text } of artifacts) {
        files.push({ system: name, path: `${BUILD}/${name}/${below}`, text });
      }
    },
  );
  if (summary.errors > 0) return { diagnostics };
  const known = projectAt(root, base, system);
  const after = sideOf(files, project);
  // Sources that today's dashc cannot read say nothing: then what is known today has to do.
  const before = known === undefined ? { files: built, envOf: after.envOf } : sideOf(built, known);
  return { sides: { before, after }, diagnostics };
}

function sideOf(files: readonly ReviewFile[], { systems }: Project): Side {
  const find = (name: string | undefined) => systems.find((each) => each.name === name);
  return {
    files,
    envOf: (name) => {
      const system = find(name);
      return system === undefined ? OPEN_ENV : systemEnv(system);
    },
    metricsOf: (name) => find(name)?.metrics ?? [],
    systems: systems.map(({ name }) => name),
  };
}

function buildAt(root: string, base: Commit, system: string | undefined): ReviewFile[] {
  const files = [...filesAt(root, base, [BUILD])].flatMap(([file, text]) => {
    const [, name = ''] = file.split('/');
    return system === undefined || name === system ? [{ system: name, path: file, text }] : [];
  });
  if (files.length > 0 || (system !== undefined && filesAt(root, base, [BUILD]).size > 0))
    return files;
  const short = base.hash.slice(0, 9);
  throw new UsageError(
    `\`${BUILD}/\` is not committed at ${base.name} (${short}), so there is nothing to compare with: ` +
      `commit it (\`dashc build\`, \`git add ${BUILD}\`), or build that version and compare folders: ` +
      `\`git worktree add ../base ${short}\`, \`dashc build\` in it, \`dashc diff --from ../base/${BUILD} --to ${BUILD}\``,
  );
}

/** The metrics and rules as they were; `undefined` where they cannot be loaded. */
function projectAt(root: string, base: Commit, system: string | undefined): Project | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-diff-'));
  try {
    for (const [file, text] of filesAt(root, base, FACTS)) {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    // Content of dashc's own repository imports the door by its place.
    const door = path.join(
      folder,
      path.relative(root, path.join(packageRoot(), 'lib', 'index.ts')),
    );
    const { value, diagnostics } = load({
      root: folder,
      authoring: { file: door, exports: authoring },
    });
    if (diagnostics.length > 0) return undefined;
    return { systems: value.systems.filter(({ name }) => system === undefined || name === system) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface FoldersRequest {
  readonly cwd: string;
  readonly from: string;
  readonly to: string;
  readonly system: string | undefined;
}

/**
 * Two folders as they are.
 *
 * @throws UsageError
 */
export function sidesOfFolders({ cwd, from, to, system }: FoldersRequest): Sides {
  const [old, young] = [path.resolve(cwd, from), path.resolve(cwd, to)];
  const isSystem = (name: string) => isWritten(old, name) || isWritten(young, name);
  const side = (folder: string, shown: string): Side => {
    const all = folderFiles(folder, shown, isSystem);
    const files = all.filter((file) => system === undefined || file.system === system);
    const env = envOfFolder(folder);
    return { files, envOf: () => env };
  };
  return { before: side(old, from), after: side(young, to) };
}

/** Nobody has said which metrics there are; what is recorded is in the rules. */
function envOfFolder(folder: string): Env {
  const { value } = loadForeign({
    cwd: folder,
    rules: [folder],
    dashboards: [],
    version: [3, 14],
    scrapeInterval: '15s',
  });
  const [system] = value.systems;
  return system === undefined ? OPEN_ENV : systemEnv(system);
}

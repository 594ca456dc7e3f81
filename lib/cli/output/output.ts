import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';

import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Artifact } from '../../emit/index.ts';
import { MANIFEST, manifestOf, readManifest } from './manifest.ts';
import { comparePresent } from './present.ts';
import { badManifest, blockedFile, foreignFile, refused } from './problem.ts';
import { makeFolder, removeEmpty, Staging } from './staging.ts';

/** What a build does, or would do, to one file. */
export interface Change {
  readonly kind: 'new' | 'changed' | 'removed';
  /** Absolute. */
  readonly file: string;
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The output folder during one build: files are compared with what is there and staged, and nothing in the folder
 * changes before `commit`. Only files that dashc wrote, as a system's manifest says, are replaced or removed.
 */
export class Output {
  readonly changes: Change[] = [];
  readonly diagnostics: Diagnostic[] = [];
  unchanged = 0;
  readonly #out: string;
  readonly #dry: boolean;
  readonly #show: (file: string) => string;
  readonly #staging: Staging;
  /** Manifests of all that is or will be ours, placed first: the process may die between two files. */
  readonly #intents: Move[] = [];
  readonly #moves: Move[] = [];
  #refused = false;

  /**
   * @param out absolute path; one folder a system below it
   * @param dry compare only
   * @param show how a path is named in findings
   */
  constructor(out: string, dry: boolean, show: (file: string) => string) {
    this.#out = out;
    this.#dry = dry;
    this.#show = show;
    this.#staging = new Staging(out);
  }

  /** Names of the systems that have output here, sorted. */
  systems(): string[] {
    if (!existsSync(this.#out)) return [];
    const has = (name: string) => existsSync(path.join(this.#out, name, MANIFEST));
    return this.#guard(this.#out, () => readdirSync(this.#out).filter(has).sort()) ?? [];
  }

  /** Compares and stages the whole output of one system. No artifacts: the system is gone. */
  replace(system: string, artifacts: Iterable<Artifact>): void {
    const folder = path.join(this.#out, system);
    const owned = this.#owned(folder);
    if (owned === undefined) {
      this.diagnostics.push(badManifest(this.#show(path.join(folder, MANIFEST))));
      return;
    }
    const before = this.changes.length;
    const wanted = new Set<string>();
    for (const artifact of artifacts) {
      const file = path.join(folder, artifact.path);
      wanted.add(artifact.path);
      this.#guard(file, () => this.#add(file, artifact, owned.has(artifact.path)));
    }
    const gone = [...owned].filter((file) => !wanted.has(file)).sort();
    this.#remove(gone.map((file) => path.join(folder, file)));
    this.#replaceManifest(path.join(folder, MANIFEST), owned, wanted, this.changes.length > before);
  }

  /** Puts everything in place. Call it only where there are no diagnostics, here or anywhere. */
  commit(): void {
    const removed = this.changes.filter(({ kind }) => kind === 'removed').map(({ file }) => file);
    const folders = [...this.#moves.map(({ to }) => to), ...removed].map((f) => path.dirname(f));
    for (const folder of new Set(folders)) this.#guard(folder, () => makeWritable(folder));
    if (this.diagnostics.length > 0) return;
    for (const { from, to } of this.#intents) this.#guard(to, () => renameSync(from, to));
    for (const file of removed) {
      this.#guard(file, () => unlinkSync(file));
      removeEmpty(path.dirname(file), this.#out);
    }
    for (const { from, to } of this.#moves) {
      this.#guard(to, () => {
        makeFolder(path.dirname(to));
        renameSync(from, to);
      });
    }
  }

  /** Removes what was staged and not put in place. */
  close(): void {
    if (!this.#dry) this.#staging.close();
  }

  #owned(folder: string): ReadonlySet<string> | undefined {
    const file = path.join(folder, MANIFEST);
    if (!existsSync(file)) return new Set();
    const text = this.#guard(file, () => readFileSync(file, 'utf8'));
    const paths = text === undefined ? undefined : readManifest(text);
    return paths && new Set(paths);
  }

  #add(file: string, artifact: Artifact, owned: boolean): void {
    const present = comparePresent(file, artifact);
    if (present === 'same') this.unchanged++;
    else if (present === 'blocked') this.diagnostics.push(blockedFile(this.#show(file)));
    else if (present === 'different' && !owned)
      this.diagnostics.push(foreignFile(this.#show(file)));
    else {
      this.changes.push({ kind: present === 'missing' ? 'new' : 'changed', file });
      this.#stage(this.#moves, file, artifact.text, artifact.mode !== undefined);
    }
  }

  #stage(moves: Move[], to: string, text: string, executable: boolean): void {
    if (this.#dry) return;
    const from = this.#guard(this.#out, () => this.#staging.write(text, executable));
    if (from !== undefined) moves.push({ from, to });
  }

  #remove(files: readonly string[]): void {
    for (const file of files) {
      if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false) {
        this.changes.push({ kind: 'removed', file });
      }
    }
  }

  #replaceManifest(
    file: string,
    owned: ReadonlySet<string>,
    wanted: ReadonlySet<string>,
    changes: boolean,
  ): void {
    if (wanted.size === 0) {
      this.#remove([file]);
      return;
    }
    const { text } = manifestOf([...owned, ...wanted]);
    if (changes) this.#stage(this.#intents, file, text, false);
    this.#guard(file, () => this.#add(file, manifestOf(wanted), true));
  }

  /** Turns what the file system refuses into a finding. The first is enough: the rest fails for the same reason. */
  #guard<T>(file: string, run: () => T): T | undefined {
    if (this.#refused) return undefined;
    try {
      return run();
    } catch (error) {
      const problem = refused(error, file, this.#show);
      if (problem === undefined) throw error;
      this.#refused = true;
      this.diagnostics.push(problem);
      return undefined;
    }
  }
}

function makeWritable(folder: string): void {
  makeFolder(folder);
  accessSync(folder, constants.W_OK);
}

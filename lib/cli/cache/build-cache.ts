import { existsSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';

import type { Artifact } from '../../emit/index.ts';
import type { ModuleSources } from '../../load/index.ts';
import { type CleanTypes, keepCleanTypes, typesAreClean } from './clean-types.ts';
import { readEntry } from './entry-file.ts';
import { hashOf, sha256 } from './hash.ts';
import { removeOld } from './remove-old.ts';
import { readSourceTree, sameTree, type SourceTree } from './source-tree.ts';
import { StoredArtifact, type StoredText } from './stored-artifact.ts';
import type { SystemRecord } from './system-record.ts';
import { SystemWriter } from './system-writer.ts';
import { lockKey, toolKey } from './tool-key.ts';
import { typeFiles, typeKey } from './type-inputs.ts';

/** A system that did not change since it was compiled. */
export interface KnownSystem {
  readonly record: SystemRecord;
  /** @param remake makes the text of a path anew, where the stored one is damaged */
  readonly artifacts: (remake: (path: string) => string) => readonly Artifact[];
}

interface Entry {
  readonly record: SystemRecord;
  readonly texts: readonly StoredText[];
  /** Hashes of the sources elsewhere, by path relative to the project's root. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

/**
 * What earlier builds made of systems, under `node_modules/.cache/dashc`. An entry is found by the content of all that a
 * system may be made of, so that it is right after any edit, and there again after the edit is undone. What is made is put
 * there only if the sources are the same at the end of the build as at its start.
 */
export class BuildCache {
  /** The sources at the start of the build. */
  readonly tree: SourceTree;
  /** Absolute. */
  readonly folder: string;
  readonly #root: string;
  readonly #common: string;
  readonly #hasLock: boolean;
  readonly #finished: SystemWriter[] = [];
  #clean: CleanTypes | undefined;

  private constructor(root: string, folder: string, tree: SourceTree) {
    const lock = lockKey(root);
    this.tree = tree;
    this.folder = folder;
    this.#root = root;
    this.#hasLock = lock !== undefined;
    this.#common = hashOf(toolKey(), lock ?? '', textOf(path.join(root, 'tsconfig.content.json')));
  }

  /** `undefined` where there is no `node_modules` to keep things in, or sources cannot be read. */
  static open(root: string): BuildCache | undefined {
    const modules = path.join(root, 'node_modules');
    if (!existsSync(modules)) return undefined;
    const tree = readSourceTree(root);
    const folder = path.join(modules, '.cache', 'dashc');
    return tree && new BuildCache(root, folder, tree);
  }

  /** What is known of a system. */
  find(system: string): KnownSystem | undefined {
    const file = this.#fileOf(system);
    // Nobody else writes what `readEntry` takes for whole.
    const entry = readEntry(file) as Entry | undefined;
    if (entry === undefined) return undefined;
    const { record, texts, elsewhere } = entry;
    const changed = ([name, hash]: [string, string]) => this.#hashOf(name) !== hash;
    if (Object.entries(elsewhere).some(changed)) return undefined;
    touch(file);
    return {
      record,
      artifacts: (remake) => texts.map((stored) => new StoredArtifact(file, stored, remake)),
    };
  }

  /** Starts an entry. */
  start(system: string): SystemWriter {
    return new SystemWriter(this.#fileOf(system));
  }

  /** Ends an entry; it is found once it was committed. */
  finish(writer: SystemWriter, record: SystemRecord, made: ModuleSources): void {
    const { files, data, outside } = made;
    const elsewhere = [...files, ...data].filter((name) => !this.#isKeyOf(record.name, name));
    const hashes = elsewhere.map((name) => [name, this.#hashOf(name)] as const);
    const lasting =
      hashes.every(([, hash]) => hash !== undefined) &&
      (outside === 'nothing' || (outside === 'packages' && this.#hasLock));
    if (!lasting) writer.abandon();
    else {
      writer.finish({ record: withoutPlaces(record), elsewhere: Object.fromEntries(hashes) });
      this.#finished.push(writer);
    }
  }

  /** Puts what was made and found in its place, if the sources are still the same; a full disk is no harm. */
  commit(): void {
    const finished = this.#finished.splice(0);
    if (finished.length === 0 && this.#clean === undefined) return;
    const now = readSourceTree(this.#root);
    const same = now !== undefined && sameTree(now, this.tree);
    for (const writer of finished) {
      if (same) writer.commit();
      else writer.abandon();
    }
    if (same && this.#clean !== undefined) keepCleanTypes(this.#typesFile, this.#clean);
    if (finished.length > 0) removeOld(path.join(this.folder, SYSTEMS));
  }

  /** Whether the types were checked before, with nothing found, and all that was read then is the same. */
  typesAreClean(): boolean {
    const key = this.#typeKey();
    return key !== undefined && typesAreClean(this.#typesFile, key);
  }

  /**
   * Notes that the types were checked just now, and nothing was found.
   *
   * @param started when, in milliseconds
   */
  noteTypes(started: number): void {
    const key = this.#typeKey();
    const files = key === undefined ? undefined : typeFiles(this.#root, this.tree, started);
    if (key !== undefined && files !== undefined) this.#clean = { key, files };
  }

  get #typesFile(): string {
    return path.join(this.folder, 'types.json');
  }

  #typeKey(): string | undefined {
    return typeKey(this.#root, this.tree, this.#common);
  }

  #fileOf(system: string): string {
    const own = [...this.tree].filter(([name]) => this.#isKeyOf(system, name));
    return path.join(
      this.folder,
      SYSTEMS,
      hashOf(this.#common, system, ...own.flat()).slice(0, 32),
    );
  }

  /** Whether a file's content is a part of the name of a system's entry. */
  #isKeyOf(system: string, name: string): boolean {
    const [, folder = ''] = name.split('/');
    return this.tree.has(name) && (folder === system || folder === 'shared');
  }

  #hashOf(name: string): string | undefined {
    const known = this.tree.get(name);
    if (known !== undefined) return known;
    try {
      return sha256(readFileSync(path.join(this.#root, name)));
    } catch {
      return undefined;
    }
  }
}

const SYSTEMS = 'systems';

/**
 * Places of dashboards and links are looked up one by one in source maps, and asked for only where two systems do not fit:
 * those are loaded again.
 */
function withoutPlaces(record: SystemRecord): SystemRecord {
  const faces = record.faces.map(({ uid, name, file, links }) => {
    const where = { file, path: [] };
    return { uid, name, file, where, links: links.map((link) => ({ uid: link.uid, where })) };
  });
  return { ...record, faces };
}

/** The least recently used entries are removed first. */
function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Read-only: then nothing is removed, either.
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

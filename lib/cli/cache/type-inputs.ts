import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'jsonc-parser';

import { TYPE_CONFIG, typeCompiler, typeState } from '../../load/index.ts';
import { hashOf, sha256 } from './hash.ts';
import type { SourceTree } from './source-tree.ts';

/**
 * Hash of all that decides what the check of types reads, and of the content; `undefined` where that cannot be said: the
 * configuration names other folders, or cannot be followed.
 */
export function typeKey(root: string, tree: SourceTree, common: string): string | undefined {
  const configs = configTexts(path.join(root, TYPE_CONFIG), true);
  const compiler = typeCompiler(root);
  if (configs === undefined || compiler === undefined) return undefined;
  const { size, mtimeMs } = statSync(compiler);
  return hashOf(common, compiler, `${size} ${mtimeMs}`, ...configs, ...[...tree].flat());
}

/** The texts of a configuration and those that it extends. */
function configTexts(file: string, isTop: boolean): string[] | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const config = parse(text) as Partial<Record<string, unknown>> | undefined;
  if (config === undefined || 'references' in config || 'files' in config) return undefined;
  const { include, extends: above = [] } = config;
  const names = Array.isArray(include) ? (include as readonly unknown[]) : [undefined];
  if (isTop && names.some((name) => !CONTENT.includes(name))) return undefined;
  const texts = [text];
  for (const name of [above].flat()) {
    if (typeof name !== 'string' || !(name.startsWith('.') || path.isAbsolute(name)))
      return undefined;
    const more = configTexts(path.resolve(path.dirname(file), name), false);
    if (more === undefined) return undefined;
    texts.push(...more);
  }
  return texts;
}

const CONTENT: readonly unknown[] = ['systems', 'dashboards', 'alerts'];

/**
 * Hashes of the files that the last check of types read and that are no content, by absolute path.
 *
 * @param before milliseconds; a file that was changed since then may not be what was checked
 * @returns `undefined` where that cannot be said
 */
export function typeFiles(
  root: string,
  tree: SourceTree,
  before: number,
): Record<string, string> | undefined {
  const state = typeState(root);
  if (state === undefined) return undefined;
  const hashes: Record<string, string> = {};
  try {
    const known = JSON.parse(readFileSync(state, 'utf8')) as TypeState;
    for (const name of [...known.fileNames, ...(known.packageJsons ?? [])]) {
      // TypeScript's own libraries come with it.
      if (!name.includes('/')) continue;
      const file = path.resolve(path.dirname(state), name);
      if (tree.has(path.relative(root, file).split(path.sep).join('/'))) continue;
      if (statSync(file).mtimeMs >= before) return undefined;
      hashes[file] = sha256(readFileSync(file));
    }
    return hashes;
  } catch {
    return undefined;
  }
}

/** A part of what TypeScript writes down. */
interface TypeState {
  /** Relative to the file that says so. */
  readonly fileNames: readonly string[];
  readonly packageJsons?: readonly string[];
}

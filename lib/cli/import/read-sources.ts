import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { globSync } from 'tinyglobby';

import type { ReceiptEntry, SourceText } from '../../import/index.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

export interface ReadSources {
  readonly sources: readonly SourceText[];
  /** What could not be read. */
  readonly failed: readonly ReceiptEntry[];
}

/**
 * Reads files, all files of folders with one of the extensions, and addresses.
 *
 * @throws UsageError where there is nothing of a name, or an address does not answer
 */
export async function readSources(
  io: Pick<Io, 'cwd'>,
  names: readonly string[],
  extensions: readonly string[],
  onlyThese = false,
): Promise<ReadSources> {
  const sources: SourceText[] = [];
  const failed: ReceiptEntry[] = [];
  for (const name of names) {
    if (/^https?:\/\//.test(name)) {
      sources.push({ name, text: await fetched(name) });
      continue;
    }
    for (const file of filesOf(io.cwd, name, extensions)) {
      // A file that was named may be for another kind of import.
      if (onlyThese && !extensions.includes(path.extname(file).slice(1))) continue;
      const shown = path.relative(io.cwd, file).replaceAll(path.sep, '/');
      const read = readText(file);
      if ('text' in read) sources.push({ name: shown, text: read.text });
      else failed.push(failure(shown, read.problem));
    }
  }
  return { sources, failed };
}

export function failure(source: string, ...notes: string[]): ReceiptEntry {
  return { source, outcome: 'failed', notes, typed: {}, raw: [], lost: [] };
}

function filesOf(cwd: string, name: string, extensions: readonly string[]): readonly string[] {
  const absolute = path.resolve(cwd, name);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`there is no file \`${name}\``);
  if (!found.isDirectory()) return [absolute];
  const patterns = extensions.map((extension) => `**/*.${extension}`);
  return globSync(patterns, {
    cwd: absolute,
    ignore: ['**/node_modules/**'],
    absolute: true,
    expandDirectories: false,
  }).sort();
}

/** Bytes. Grafana itself refuses dashboards of some megabytes. */
const LIMIT = 16 * 1024 * 1024;

function readText(file: string): { readonly text: string } | { readonly problem: string } {
  try {
    const { size } = statSync(file);
    if (size > LIMIT) {
      const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
      return { problem: `it has ${megabytes(size)} MB, and the limit is ${megabytes(LIMIT)} MB` };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return { text };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'it is not text in UTF-8' };
    return { problem: `it cannot be read: ${(error as Error).message}` };
  }
}

/** @throws UsageError */
async function fetched(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const text = await answer.text();
    if (text.length > LIMIT) throw new Error('the answer is too long');
    return text;
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new UsageError(`\`${url}\` does not answer: ${reason}`);
  }
}

/** Milliseconds. */
const PATIENCE = 10_000;

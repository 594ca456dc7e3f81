import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { sync as writeFileAtomic } from 'write-file-atomic';

import { countSeverities, type Diagnostic } from '../diagnostics/index.ts';
import { applyFixes, type ForeignOptions } from '../load/index.ts';
import { checkFiles } from './check-foreign.ts';
import { chooseCodes, type ChosenCodes } from './codes/index.ts';
import type { Compiled } from './compile.ts';
import type { Io } from './io.ts';

export interface Repaired extends Compiled {
  /** What was wrong, and is not any more. */
  readonly fixed: readonly Diagnostic[];
}

/**
 * Checks files and fixes what is certain, until nothing is left to fix: a fix may show what it hid. Each file is written
 * once, whole or not at all. What is allowed or not chosen stays as it is.
 */
export function fixFiles(
  io: Pick<Io, 'elapsed'>,
  options: ForeignOptions,
  chosen: ChosenCodes,
): Repaired {
  const files = new FixedFiles(options.cwd);
  let compiled = checkFiles(io, { ...options, read: (file) => files.read(file) });
  for (let pass = 0; pass < PASSES; pass++) {
    if (!files.fix(chooseCodes(compiled.diagnostics, chosen))) break;
    compiled = checkFiles(io, { ...options, read: (file) => files.read(file) });
  }
  if (!files.write()) compiled = checkFiles(io, { ...options, read: (file) => files.read(file) });
  const diagnostics = [...compiled.diagnostics, ...files.refused];
  const summary = { ...compiled.summary, ...countSeverities(diagnostics) };
  return { ...compiled, diagnostics, summary, fixed: files.fixed };
}

/**
 * What was fixed, a line a file.
 *
 * @example
 * fixedText(fixed) // 'fixed rules.yaml: promql/regex-plain (2), promql/regex-anchors (1)\n'
 */
export function fixedText(fixed: readonly Diagnostic[]): string {
  const files = [...byFile(fixed)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = files.map(([file, found]) => {
    const codes = [...new Set(found.map(({ code }) => code))].sort();
    const counts = codes.map((code) => `${code} (${found.filter((d) => d.code === code).length})`);
    return `fixed ${file}: ${counts.join(', ')}\n`;
  });
  return lines.join('');
}

/** More than any chain of fixes has; against two that undo each other. */
const PASSES = 10;

/** The files as they are with their fixes, before they are written. */
class FixedFiles {
  fixed: Diagnostic[] = [];
  readonly #cwd: string;
  readonly #texts = new Map<string, string>();
  readonly #refused = new Map<string, Diagnostic>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Files that could not be fixed. */
  get refused(): readonly Diagnostic[] {
    return [...this.#refused.values()];
  }

  /** @param file absolute */
  read(file: string): string {
    return this.#texts.get(file) ?? readFileSync(file, 'utf8');
  }

  /** @returns whether anything was fixed */
  fix(found: readonly Diagnostic[]): boolean {
    const before = this.fixed.length;
    for (const [name, findings] of byFile(found.filter(({ fix }) => fix !== undefined))) {
      const file = path.resolve(this.#cwd, name);
      if (!this.#mayWrite(file, name)) continue;
      const { text, fixed } = applyFixes(this.read(file), findings);
      if (fixed.length > 0) this.#texts.set(file, text);
      this.fixed.push(...fixed);
    }
    return this.fixed.length > before;
  }

  /** @returns whether all could be written; one that could not is as it was */
  write(): boolean {
    const before = this.#refused.size;
    for (const [file, text] of this.#texts) {
      try {
        // It follows links and keeps the mode.
        writeFileAtomic(file, text);
      } catch (error) {
        const { code = 'EIO' } = error as NodeJS.ErrnoException;
        const isInFile = ({ where }: Diagnostic) => path.resolve(this.#cwd, where.file) === file;
        const name = this.fixed.find(isInFile)?.where.file ?? file;
        this.#refuse(file, name, `it cannot be written (${code})`);
        this.fixed = this.fixed.filter((diagnostic) => !isInFile(diagnostic));
        this.#texts.delete(file);
      }
    }
    return this.#refused.size === before;
  }

  #mayWrite(file: string, name: string): boolean {
    if (this.#refused.has(file)) return false;
    if (this.#texts.has(file)) return true;
    const bytes = readFileSync(file);
    if ((statSync(file).mode & 0o222) === 0) this.#refuse(file, name, 'it is read-only');
    else if (!Buffer.from(bytes.toString('utf8')).equals(bytes)) {
      this.#refuse(file, name, 'it is not UTF-8');
    }
    return !this.#refused.has(file);
  }

  #refuse(file: string, name: string, reason: string): void {
    this.#refused.set(file, {
      code: 'output/unwritable',
      severity: 'error',
      message: `\`${name}\` was not fixed: ${reason}`,
      where: { file: name, path: [] },
    });
  }
}

function byFile(found: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of found) {
    const { file } = diagnostic.where;
    const same = files.get(file);
    if (same === undefined) files.set(file, [diagnostic]);
    else same.push(diagnostic);
  }
  return files;
}

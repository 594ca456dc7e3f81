import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ReceiptEntry, SourceText } from '../../import/index.ts';
import { startTypeCheck } from '../../load/index.ts';
import type { Project } from '../../model/index.ts';
import { loadProject } from '../compile.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { packageRoot } from '../package-root.ts';
import { UsageError } from '../usage-error.ts';
import { renderVerification, type Verification, type VerifiedFile } from './print-verification.ts';
import { Progress } from './progress.ts';
import { readSources } from './read-sources.ts';
import type { ImportOptions } from './run-import.ts';
import { type VerifierKind, VERIFIERS } from './verifiers.ts';
import { writePlan } from './write-plan.ts';

interface VerifyRequest {
  /** Absent: all that can be verified. */
  readonly kind: string | undefined;
  readonly names: readonly string[];
  readonly options: ImportOptions;
}

/**
 * Imports into a temporary project, type-checks and compiles it, and compares what comes out with what went in, both
 * normalised.
 *
 * @returns 1 where something is not the same
 * @throws UsageError
 */
export async function verifyImport(io: Io, request: VerifyRequest): Promise<ExitCode> {
  if (request.options.upgrade === true) {
    throw new UsageError(
      '`--verify` compares with the originals, `--upgrade` changes them: choose one',
    );
  }
  const kinds = kindsOf(request.kind);
  const batches: Batch[] = [];
  const unreadable: ReceiptEntry[] = [];
  for (const kind of kinds) {
    const { extensions } = VERIFIERS[kind];
    const { sources, failed } = await readSources(io, request.names, extensions, true);
    unreadable.push(...failed);
    batches.push(...batchesOf(kind, sources));
  }
  if (batches.length === 0 && unreadable.length === 0) {
    throw new UsageError(`nothing to verify in ${request.names.join(', ')}`);
  }
  const root = mkdtempSync(path.join(tmpdir(), 'dashc-verify-'));
  try {
    const verification = await verifyIn(io, root, batches, unreadable);
    io.out(renderVerification(verification, request.options.format));
    return verification.isLossless ? EXIT.ok.code : EXIT.findings.code;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** @throws UsageError */
function kindsOf(kind: string | undefined): readonly VerifierKind[] {
  const known = Object.keys(VERIFIERS) as VerifierKind[];
  if (kind === undefined) return known;
  const found = known.find((each) => each === kind);
  if (found === undefined) throw new UsageError(`\`dashc import ${kind} --verify\` does not exist`);
  return [found];
}

/** The files of one folder: they become one system. */
export interface Batch {
  readonly kind: VerifierKind;
  readonly system: string;
  readonly sources: readonly SourceText[];
}

function batchesOf(kind: VerifierKind, sources: readonly SourceText[]): readonly Batch[] {
  const folders = new Map<string, SourceText[]>();
  for (const source of sources) {
    const folder = path.posix.dirname(source.name);
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  return [...folders.values()].map((list, i) => {
    return { kind, system: `${kind}-${i + 1}`, sources: list };
  });
}

async function verifyIn(
  io: Io,
  root: string,
  batches: readonly Batch[],
  unreadable: readonly ReceiptEntry[],
): Promise<Verification> {
  const start = io.elapsed();
  scaffold(root);
  const total = batches.reduce((sum, { sources }) => sum + sources.length, 0);
  const progress = new Progress(io, total);
  const imported = new Map<Batch, readonly ReceiptEntry[]>();
  const times = new Map<string, number>();
  try {
    for (const batch of batches) {
      let before = io.elapsed();
      const plan = await VERIFIERS[batch.kind].importer({
        sources: batch.sources,
        system: batch.system,
        present: undefined,
        existing: () => undefined,
        formatting: undefined,
        upgrade: false,
        progress: (source) => {
          times.set(source, io.elapsed() - before);
          before = io.elapsed();
          progress.advance();
        },
      });
      writePlan(root, plan.files, true);
      imported.set(batch, plan.entries);
    }
  } finally {
    progress.stop();
  }
  const afterImport = io.elapsed();
  const types = startTypeCheck(root);
  const { value: project, diagnostics } = loadProject(root, undefined);
  const files = batches.flatMap((batch) => {
    const entries = imported.get(batch) ?? [];
    return verified(batch, entries, project).map((file): VerifiedFile => {
      return { ...file, milliseconds: Math.round(times.get(file.source) ?? 0) };
    });
  });
  const problems = [...diagnostics, ...(await types)].map(
    ({ message, where }) =>
      `${where.file}${where.line === undefined ? '' : `:${where.line}`}: ${message}`,
  );
  const all = [...unreadable.map((entry) => failedFile(entry)), ...files];
  return {
    files: all,
    problems,
    isLossless:
      problems.length === 0 &&
      all.every(({ outcome }) => outcome === 'lossless' || outcome === 'skipped'),
    milliseconds: {
      import: Math.round(afterImport - start),
      compile: Math.round(io.elapsed() - afterImport),
      total: Math.round(io.elapsed() - start),
    },
  };
}

function verified(
  batch: Batch,
  entries: readonly ReceiptEntry[],
  project: Project,
): readonly VerifiedFile[] {
  const system = project.systems.find(({ name }) => name === batch.system);
  return batch.sources.map((source): VerifiedFile => {
    const own = entries.filter((entry) => entry.source === source.name);
    const failed = own.find(({ outcome }) => outcome === 'failed');
    if (failed !== undefined) return failedFile(failed);
    if (own.every(({ outcome }) => outcome === 'skipped')) {
      return { ...failedFile({ ...EMPTY, ...own[0], source: source.name }), outcome: 'skipped' };
    }
    const typed = total(own.map((entry) => entry.typed));
    const possible = total(own.map((entry) => entry.possible ?? {}));
    const common = { source: source.name, typed, possible, milliseconds: 0 };
    if (system === undefined) {
      return { ...common, outcome: 'different', differences: ['it could not be compiled'] };
    }
    const differences = VERIFIERS[batch.kind].compare(source, own, system, project);
    return { ...common, outcome: differences.length === 0 ? 'lossless' : 'different', differences };
  });
}

const EMPTY: ReceiptEntry = {
  source: '',
  outcome: 'skipped',
  notes: [],
  typed: {},
  raw: [],
  lost: [],
};

function failedFile({ source, notes, lost }: ReceiptEntry): VerifiedFile {
  const differences = [...notes, ...lost.map(({ place, reason }) => `${place}: ${reason}`)];
  return { source, outcome: 'failed', differences, typed: {}, possible: {}, milliseconds: 0 };
}

function total(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const each of counts) {
    for (const [key, count] of Object.entries(each)) sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}

/** A project that knows dashc by its sources, under dashc's own strict settings. */
function scaffold(root: string): void {
  const home = packageRoot();
  const config = {
    extends: path.join(home, 'tsconfig.content.json'),
    compilerOptions: {
      noEmit: true,
      types: [],
      paths: { dashc: [path.join(home, 'lib', 'index.ts')] },
    },
    include: ['systems', 'dashboards', 'alerts'],
  };
  for (const folder of ['systems', 'dashboards', 'alerts']) mkdirSync(path.join(root, folder));
  writeFileSync(path.join(root, 'tsconfig.content.json'), JSON.stringify(config));
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import {
  importDashboards,
  type Importer,
  importMetrics,
  type ImportPlan,
  type ImportRequest,
  importRules,
} from '../../import/index.ts';
import { findContent } from '../../load/index.ts';
import type { System } from '../../model/index.ts';
import { loadProject } from '../compile.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { projectRoot } from '../project-root.ts';
import { unknownName, UsageError } from '../usage-error.ts';
import { formattingOf } from './formatting.ts';
import { type ReadSources, readSources } from './read-sources.ts';
import { receiptOf, renderReceipt } from './receipt.ts';
import { writePlan } from './write-plan.ts';

export interface ImportOptions {
  readonly system?: string;
  readonly force?: true;
  readonly upgrade?: true;
  readonly verify?: true;
  readonly format: 'text' | 'json';
}

/** What is imported: how it is read and what makes sources of it. */
const KINDS = {
  dashboard: { extensions: ['json'], importer: importDashboards },
  rules: { extensions: ['yaml', 'yml'], importer: importRules },
  metrics: { extensions: ['txt', 'prom', 'metrics', 'json'], importer: importMetrics },
} as const satisfies Record<string, { extensions: readonly string[]; importer: Importer }>;

type Kind = keyof typeof KINDS;

/** @throws UsageError */
export async function runImport(
  io: Io,
  words: readonly (string | undefined)[],
  options: ImportOptions,
): Promise<ExitCode> {
  const [first, ...rest] = words.filter((word) => word !== undefined);
  if (options.verify === true) {
    const { verifyImport } = await import('./verify.ts');
    const kind = isKind(first) ? first : undefined;
    const names = kind === undefined && first !== undefined ? [first, ...rest] : rest;
    if (names.length === 0) throw new UsageError('nothing to verify: name a file or a folder');
    return verifyImport(io, { kind, names, options });
  }
  if (first === undefined) throw new UsageError('say what: `dashc import dashboard FILE`');
  if (!isKind(first)) throw unknownName('kind of import', first, Object.keys(KINDS));
  if (rest.length === 0) throw new UsageError(`nothing to import: dashc import ${first} FILE`);
  return importInto(io, first, rest, options);
}

function isKind(word: string | undefined): word is Kind {
  return word !== undefined && Object.hasOwn(KINDS, word);
}

async function importInto(
  io: Io,
  kind: Kind,
  names: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const { system } = options;
  if (system === undefined) throw new UsageError('name the system: --system my-shop');
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(system) || system === 'shared') {
    throw new UsageError(
      `\`${system}\` is no name of a system: small letters, digits and \`-\`, as in \`my-shop\``,
    );
  }
  const root = projectRoot(io.cwd);
  const { extensions, importer } = KINDS[kind];
  const read: ReadSources = await readSources(io, names, extensions);
  const plan = await importer({
    sources: read.sources,
    system,
    present: presentSystem(root, system),
    existing: (file) => textOf(path.join(root, file)),
    formatting: await formattingOf(path.join(root, 'dashboards', system, 'imported.ts')),
    upgrade: options.upgrade === true,
  } satisfies ImportRequest);
  return finish(io, root, { ...plan, entries: [...read.failed, ...plan.entries] }, options);
}

/** Exit code 1 where something was lost, or something is not there that was asked for. */
function finish(io: Io, root: string, plan: ImportPlan, options: ImportOptions): ExitCode {
  const written = writePlan(root, plan.files, options.force === true);
  const receipt = receiptOf(plan.entries, written);
  io.out(renderReceipt(receipt, options.format));
  return receipt.lost > 0 || receipt.failed > 0 || receipt.skipped > 0
    ? EXIT.findings.code
    : EXIT.ok.code;
}

/** @throws UsageError where it is there and cannot be loaded */
function presentSystem(root: string, system: string): System | undefined {
  const there = findContent(root).systems.some(({ name }) => name === system);
  if (!there) return undefined;
  const { value, diagnostics } = loadProject(root, system);
  const found = value.systems.find(({ name }) => name === system);
  if (found !== undefined) return found;
  const [first] = diagnostics;
  throw new UsageError(
    `the system \`${system}\` cannot be loaded${first === undefined ? '' : `: ${first.message}`}; see dashc check`,
  );
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

import path from 'node:path';

import { countSeverities, renderText } from '../../diagnostics/index.ts';
import type { Command } from '../command.ts';
import type { Compiled, CompiledSystems } from '../compile.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Change, Output } from '../output/index.ts';
import { plural } from '../plural.ts';
import { checkSystem, projectRoot } from '../project-root.ts';

interface BuildOptions {
  readonly system?: string;
  readonly out?: string;
  readonly check?: true;
  readonly typecheck: boolean;
  readonly cache: boolean;
}

/** A line a file that changed is the result; findings and the summary are the news. */
export default {
  name: 'build',
  define(command, io) {
    command
      .description('compile all systems, and write the files that changed')
      .option('--system <name>', 'compile one system only')
      .option('--out <folder>', 'write there; one folder a system (default: build, in the project)')
      .option('--check', 'write nothing; print what differs, and exit with 4 if something does')
      .option('--no-typecheck', "do not check the content's types")
      .option('--no-cache', 'make all anew, and keep nothing for the next build');
    return () => build(io, command.opts<BuildOptions>());
  },
} satisfies Command;

async function build(io: Io, options: BuildOptions): Promise<ExitCode> {
  const { system, check = false, typecheck, cache } = options;
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const out =
    options.out === undefined ? path.join(root, 'build') : path.resolve(io.cwd, options.out);
  const show = (file: string) => shownPath(root, file);
  const output = new Output(out, check, show);
  try {
    const { compile } = await import('../compile.ts');
    const compiled = await compile(io, { root, system, typecheck, cache }, (name, artifacts) =>
      output.replace(name, artifacts),
    );
    if (system === undefined && compiled.summary.errors === 0) removeGone(output, compiled);
    return finish(io, output, compiled, { check, show });
  } finally {
    output.close();
  }
}

/** Systems that have output and are no longer there. */
function removeGone(output: Output, { systems }: CompiledSystems): void {
  const names = systems.map(({ name }) => name);
  for (const name of output.systems()) if (!names.includes(name)) output.replace(name, []);
}

function finish(
  io: Io,
  output: Output,
  { diagnostics, summary }: Compiled,
  { check, show }: { readonly check: boolean; readonly show: (file: string) => string },
): ExitCode {
  const valid = summary.errors === 0 && output.diagnostics.length === 0;
  if (valid && !check) output.commit();
  const found = [...diagnostics, ...output.diagnostics];
  // What is only worth knowing is for `dashc check`.
  const told = found.filter(({ severity }) => severity !== 'info');
  io.err(renderText(told, io.color.err));
  const { errors } = countSeverities(found);
  if (errors > 0) {
    io.err(`${plural(errors, 'error')}: nothing was written\n`);
    return EXIT.findings.code;
  }
  const verbs = check ? WOULD : DID;
  for (const { kind, file } of output.changes) io.out(`${verbs[kind]} ${show(file)}\n`);
  io.err(summaryText(output, Math.round(io.elapsed())));
  return check && output.changes.length > 0 ? EXIT.drift.code : EXIT.ok.code;
}

const DID: Record<Change['kind'], string> = { new: 'wrote', changed: 'wrote', removed: 'removed' };
const WOULD: Record<Change['kind'], string> = {
  new: 'missing',
  changed: 'differs',
  removed: 'unwanted',
};

function summaryText({ changes, unchanged }: Output, milliseconds: number): string {
  return `${plural(changes.length, 'change')}, ${plural(unchanged, 'file')} as before (${milliseconds} ms)\n`;
}

/** Relative to the project where it is inside. */
function shownPath(root: string, file: string): string {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative)
    ? file
    : relative.split(path.sep).join('/');
}

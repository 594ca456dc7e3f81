import { type Command as Commander, InvalidArgumentError, Option } from 'commander';

import {
  countSeverities,
  type Diagnostic,
  type Documented,
  renderGithub,
  renderJson,
  renderJunit,
  renderSarif,
  renderText,
  type Severity,
  type Summary,
} from '../../diagnostics/index.ts';
import type { HouseRule } from '../../model/index.ts';
import type { ForeignInput } from '../check-foreign.ts';
import type { ChosenCodes } from '../codes/index.ts';
import type { Command } from '../command.ts';
import type { Compiled } from '../compile.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-root.ts';
import { plural } from '../plural.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import { UsageError } from '../usage-error.ts';

interface CheckOptions extends ChosenCodes, Omit<ForeignInput, 'house'> {
  /** A file. */
  readonly house?: string;
  readonly format: Format;
  readonly failOn: Severity;
  readonly typecheck: boolean;
  readonly cache: boolean;
  readonly fix?: boolean;
}

const FORMATS = ['text', 'json', 'github', 'sarif', 'junit'] as const;
type Format = (typeof FORMATS)[number];

/** Findings are the result, so they go to the standard output. */
export default {
  name: 'check',
  define(command, io) {
    command
      .description('report problems without writing anything')
      .option('--system <name>', 'look at one system only; with files: they are of this system')
      .option('--no-typecheck', "do not check the content's types")
      .option('--no-cache', 'make all anew, and keep nothing for the next build');
    foreignOptions(command);
    outputOptions(command);
    return () => check(io, command.opts<CheckOptions>());
  },
} satisfies Command;

/** Without one of the first two, the project is checked. With a system they are read with what it declares. */
function foreignOptions(command: Commander): void {
  command
    .option('--rules <files...>', 'check these instead: rule files, folders, glob patterns')
    .option('--dashboards <files...>', 'check these instead: JSON files, folders, glob patterns')
    .option(
      '--metrics <sources...>',
      'all metrics that there are: /metrics, or metadata or series of the API; files and addresses',
    )
    .option('--fix', 'repair in these files what is certain, and print what is left')
    .option('--prometheus-version <version>', 'whose rules `--rules` are (default: 3.14)')
    .option('--scrape-interval <duration>', 'of what the files ask for (default: 15s)');
}

function outputOptions(command: Commander): void {
  command
    .addOption(
      new Option('--format <format>', 'how to print them').choices(FORMATS).default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--only <codes>', 'print these only: codes or families, with commas', codes)
    .option('--skip <codes>', 'leave these out: codes or families, with commas', codes)
    .option('--enable <codes>', 'look for what is off by default, too: `house` or its codes', codes)
    .option('--house <file>', 'the same with settings: a JSON list, as `house` of defineSystem');
}

function codes(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('A code is missing.');
  return [...before, ...names];
}

async function check(io: Io, options: CheckOptions): Promise<ExitCode> {
  const { checkChosen } = await import('../codes/index.ts');
  checkChosen(options);
  const { diagnostics, summary } = await found(io, options);
  return report(io, diagnostics, summary, options);
}

async function found(io: Io, options: CheckOptions): Promise<Compiled> {
  const { checkForeign, isForeign } = await import('../check-foreign.ts');
  const { enabledRules } = await import('../codes/index.ts');
  const { system, typecheck, cache, metrics } = options;
  const house = [...enabledRules(options), ...(await houseOf(io, options))];
  if (isForeign(options)) {
    refuseTogether(options);
    return options.fix === true
      ? repaired(io, { ...options, house })
      : checkForeign(io, { ...options, house });
  }
  if (options.fix === true) {
    throw new UsageError(
      '`--fix` goes with `--rules` or `--dashboards`; in typed sources, type what the hints say',
    );
  }
  if (metrics !== undefined)
    throw new UsageError('`--metrics` goes with `--rules` or `--dashboards`');
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const { compile } = await import('../compile.ts');
  return compile(io, { root, system, typecheck, cache, house }, exhaust);
}

async function houseOf({ cwd }: Io, { house }: CheckOptions): Promise<readonly HouseRule[]> {
  if (house === undefined) return [];
  const { readHouseFile } = await import('../house-file.ts');
  return readHouseFile(cwd, house);
}

/** What was fixed is news, what is left is the result. */
async function repaired(io: Io, options: ForeignInput & ChosenCodes): Promise<Compiled> {
  const { checkForeign } = await import('../check-foreign.ts');
  const { fixedText, fixFiles } = await import('../fix-foreign.ts');
  return checkForeign(io, options, (files) => {
    const result = fixFiles(io, files, options);
    io.err(fixedText(result.fixed));
    return result;
  });
}

/** A system says itself what the others are for. */
function refuseTogether({
  system,
  metrics,
  prometheusVersion,
  scrapeInterval,
}: CheckOptions): void {
  const others = {
    '--metrics': metrics,
    '--prometheus-version': prometheusVersion,
    '--scrape-interval': scrapeInterval,
  };
  const given = Object.entries(others).find(([, value]) => value !== undefined);
  if (system === undefined || given === undefined) return;
  throw new UsageError(`\`--system\` and \`${given[0]}\` exclude each other`);
}

async function report(
  io: Io,
  all: readonly Diagnostic[],
  before: Summary,
  options: CheckOptions,
): Promise<ExitCode> {
  const { chooseCodes, documented } = await import('../codes/index.ts');
  const diagnostics = chooseCodes(all, options);
  const summary = { ...before, ...countSeverities(diagnostics) };
  io.out(render(diagnostics, { summary, documented, color: io.color.out }, options.format));
  if (options.format !== 'json') io.err(summaryText(summary));
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  const fails = diagnostics.some(({ severity }) => failing.includes(severity));
  return fails ? EXIT.findings.code : EXIT.ok.code;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

interface Reading {
  readonly summary: Summary;
  readonly documented: Documented;
  readonly color: boolean;
}

function render(
  diagnostics: readonly Diagnostic[],
  { summary, documented, color }: Reading,
  format: Format,
): string {
  switch (format) {
    case 'text':
      return renderText(diagnostics, color);
    case 'json':
      return renderJson(diagnostics, summary, documented);
    case 'github':
      return renderGithub(diagnostics);
    case 'sarif':
      return renderSarif(diagnostics, packageVersion(), documented);
    case 'junit':
      return renderJunit(diagnostics);
  }
}

/** Everything is made, because making it finds problems, and dropped. */
function exhaust(_system: string, artifacts: Iterable<unknown>): void {
  const made = artifacts[Symbol.iterator]();
  while (made.next().done !== true);
}

function summaryText({ files, expressions, milliseconds, ...found }: Summary): string {
  const looked = `${plural(files, 'file')}, ${plural(expressions, 'expression')}`;
  const result = `${plural(found.errors, 'error')}, ${plural(found.warnings, 'warning')}`;
  return `${looked}: ${result} (${milliseconds} ms)\n`;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Stack } from '../catalog/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Artifact } from '../emit/index.ts';
import { exampleEnvironment } from './example-environment.ts';
import { runTool, type ToolRun } from './run-tool.ts';

/** What has to be known of a stack to check what was made of it: plain data. */
export interface CheckedStack {
  readonly prometheus: Pick<Stack['prometheus'], 'rulesFile' | 'configFile' | 'agent'>;
  readonly alertmanager?: Pick<NonNullable<Stack['alertmanager']>, 'configFile'>;
  readonly grafana: Pick<Stack['grafana'], 'dashboardsPath'>;
  readonly environment: Stack['environment'];
}

/** Absolute paths of the programs. */
export interface CheckTools {
  readonly promtool: string;
  readonly amtool: string;
}

/**
 * Asks promtool and amtool about everything of a system's output that is theirs: rules, Prometheus's configuration and
 * Alertmanager's. Where an entrypoint fills in variables, it is run with the values of `.env.example`, and what it made
 * is checked.
 *
 * @returns a finding for each program that refuses, with what it said first
 */
export async function checkOutput(
  stack: CheckedStack,
  all: readonly Artifact[],
  tools: CheckTools,
): Promise<readonly Diagnostic[]> {
  const artifacts = checkedFiles(stack, all);
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-output-'));
  try {
    for (const { path: below, text, mode } of artifacts) {
      const file = path.join(folder, below);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text, { mode: mode ?? 0o644 });
    }
    const runs = await Promise.all([
      checkRules(stack, artifacts, tools, folder),
      checkConfig(stack, artifacts, tools, folder, 'prometheus'),
      checkConfig(stack, artifacts, tools, folder, 'alertmanager'),
    ]);
    return runs.flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Those files that promtool and amtool may read: all but the dashboards. */
export function checkedFiles(
  { grafana }: CheckedStack,
  artifacts: readonly Artifact[],
): readonly Artifact[] {
  return artifacts.filter((artifact) => !artifact.path.startsWith(`${grafana.dashboardsPath}/`));
}

/** Whether a path of a system's output is that of one of its rule files. */
export function isRuleFile(
  { rulesFile }: Pick<CheckedStack['prometheus'], 'rulesFile'>,
  file: string,
): boolean {
  const [before = '', after = ''] = rulesFile.split('{group}');
  return file.startsWith(before) && file.endsWith(after);
}

async function checkRules(
  { prometheus }: CheckedStack,
  artifacts: readonly Artifact[],
  { promtool }: CheckTools,
  folder: string,
): Promise<Diagnostic[]> {
  const files = artifacts
    .map((artifact) => artifact.path)
    .filter((file) => isRuleFile(prometheus, file));
  if (files.length === 0) return [];
  const run = await runTool(promtool, ['check', 'rules', ...files], { cwd: folder });
  return refusals('promtool check rules', files.join(', '), run);
}

async function checkConfig(
  stack: CheckedStack,
  artifacts: readonly Artifact[],
  tools: CheckTools,
  folder: string,
  program: keyof typeof PROGRAMS,
): Promise<Diagnostic[]> {
  const { configOf, entrypoint, tool, args } = PROGRAMS[program];
  const config = configOf(stack);
  if (!artifacts.some((artifact) => artifact.path === config) || config === undefined) return [];
  const agent = program === 'prometheus' && stack.prometheus.agent ? ['--agent'] : [];
  const command = [...args, ...agent];
  const script = path.posix.join(path.posix.dirname(config), entrypoint);
  const run = artifacts.some((artifact) => artifact.path === script)
    ? await runEntrypoint(stack, path.join(folder, script), [program, tools[tool], ...command])
    : await runTool(tools[tool], [...command, config], { cwd: folder });
  return refusals(`${tool} ${command.join(' ')}`, config, run);
}

const PROGRAMS = {
  prometheus: {
    configOf: (stack: CheckedStack): string | undefined => stack.prometheus.configFile,
    entrypoint: 'entrypoint.sh',
    tool: 'promtool',
    args: ['check', 'config'],
  },
  alertmanager: {
    configOf: (stack: CheckedStack) => stack.alertmanager?.configFile,
    entrypoint: 'alertmanager-entrypoint.sh',
    tool: 'amtool',
    args: ['check-config'],
  },
} as const;

/** Starts a container's entrypoint with the program that it starts replaced by a check of the file it is given. */
function runEntrypoint(
  stack: CheckedStack,
  script: string,
  [program, ...check]: readonly [string, ...string[]],
): Promise<ToolRun> {
  const bin = mkdtempSync(path.join(path.dirname(script), 'bin-'));
  const words = check.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`);
  const stand = `#!/bin/sh\nexec ${words.join(' ')} "\${1#*=}"\n`;
  writeFileSync(path.join(bin, program), stand, { mode: 0o755 });
  const env = { ...exampleEnvironment(stack), PATH: `${bin}:/usr/bin:/bin` };
  return runTool('/bin/sh', [script], { env });
}

function refusals(command: string, file: string, run: ToolRun): Diagnostic[] {
  if (run.exitCode === 0) return [];
  const lines = `${run.stderr}\n${run.stdout}`.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^Checking /.test(line));
  const reason = said.find((line) => !/^FAILED:?$/.test(line)) ?? 'it does not say why';
  return [
    {
      code: 'output/refused',
      severity: 'error',
      message: `\`${command}\` refuses this: ${reason}`,
      where: { file, path: [] },
    },
  ];
}

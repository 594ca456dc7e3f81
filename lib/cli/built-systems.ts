import { statSync } from 'node:fs';

import type { Diagnostic } from '../diagnostics/index.ts';
import type { Artifact } from '../emit/index.ts';
import { checkedFiles, type CheckedStack, checkOutput, type CheckTools } from '../prove/index.ts';
import { hashOf, PassedChecks, sha256, type SystemRecord } from './cache/index.ts';
import { compile, type CompileOptions } from './compile.ts';
import type { Io } from './io.ts';
import { requireTool } from './tool-places.ts';

/** What was made of a system, held in memory. */
export interface BuiltSystem {
  readonly system: Pick<SystemRecord, 'name' | 'stack'>;
  readonly artifacts: readonly Artifact[];
}

export interface BuiltSystems {
  /** Empty where there is an error. */
  readonly systems: readonly BuiltSystem[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles, and has promtool and amtool check what is theirs. Nothing is written. */
export async function buildSystems(io: Io, options: CompileOptions): Promise<BuiltSystems> {
  const made = new Map<string, readonly Artifact[]>();
  const {
    systems: records,
    diagnostics,
    summary,
  } = await compile(io, options, (name, artifacts) => {
    made.set(name, [...artifacts]);
  });
  if (summary.errors > 0) return { systems: [], diagnostics };
  const systems = records.map((system) => ({
    system,
    artifacts: made.get(system.name) ?? [],
  }));
  const refused = await refusedByTools(options, systems);
  return refused.length > 0
    ? { systems: [], diagnostics: [...diagnostics, ...refused] }
    : { systems, diagnostics };
}

async function refusedByTools(
  { root, cache }: CompileOptions,
  systems: readonly BuiltSystem[],
): Promise<readonly Diagnostic[]> {
  const tools = {
    promtool: await requireTool('promtool', root),
    amtool: await requireTool('amtool', root),
  };
  const passed = cache === true ? new PassedChecks(root) : undefined;
  const checks = systems.map(async ({ system, artifacts }) => {
    const key = passed && checkKey(system.stack, artifacts, tools);
    if (key !== undefined && passed?.has(key) === true) return [];
    const refused = await checkOutput(system.stack, artifacts, tools);
    if (key !== undefined && refused.length === 0) passed?.add(key);
    return refused;
  });
  return (await Promise.all(checks)).flat();
}

/** Tells apart whatever the programs, or what they are given, could say something else of. */
function checkKey(stack: CheckedStack, artifacts: readonly Artifact[], tools: CheckTools): string {
  const programs = Object.values(tools).flatMap((file) => {
    const { size, mtimeMs } = statSync(file);
    return [file, `${size} ${mtimeMs}`];
  });
  const files = checkedFiles(stack, artifacts).flatMap((artifact) => [
    artifact.path,
    artifact.sha256 ?? sha256(artifact.text),
    `${artifact.mode}`,
  ]);
  return hashOf(JSON.stringify(stack), ...programs, ...files);
}

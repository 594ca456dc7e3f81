/**
 * Prints where each program that dashc starts was found, and unpacks what can be unpacked.
 * `node -r ts-node/register scripts/tools.ts [name …]`; all without a name. Exit code 1: one is missing.
 */
import path from 'node:path';

import { toolPlaces } from '../lib/cli/tool-places.ts';
import { findTool, runTool, TOOL_NAMES, type ToolName } from '../lib/prove/index.ts';

const places = toolPlaces(path.join(__dirname, '..'));

const named = process.argv.slice(2);
const wanted = TOOL_NAMES.filter((name) => named.length === 0 || named.includes(name));

async function describe(name: ToolName): Promise<boolean> {
  const tool = await findTool(name, places);
  if (tool.path === undefined) {
    console.error(`${tool.message}\n  hint: ${tool.hint}`);
    return false;
  }
  const { stdout, stderr } = await runTool(tool.path, ['--version']);
  const version = /\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'version unknown';
  console.log(`${name.padEnd(12)} ${version.padEnd(16)} ${tool.path}`);
  return true;
}

async function main(): Promise<void> {
  // One after the other: the first that is missing unpacks the packages of all.
  for (const name of wanted) {
    if (!(await describe(name))) process.exitCode = 1;
  }
}

void main();

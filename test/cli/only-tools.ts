import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ToolName } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';

const folders: string[] = [];

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An environment in which these tools are found, and none of the others. git is found, too. */
export async function onlyTools(...names: readonly ToolName[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-tools-'));
  folders.push(folder);
  for (const name of names) symlinkSync(await toolPath(name), path.join(folder, name));
  symlinkSync('/usr/bin/git', path.join(folder, 'git'));
  return { PATH: folder };
}

import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ToolName } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';

/** An environment in which these tools are found, and none of the others. git is found, too. */
export async function onlyTools(...names: readonly ToolName[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-tools-'));
  for (const name of names) symlinkSync(await toolPath(name), path.join(folder, name));
  symlinkSync('/usr/bin/git', path.join(folder, 'git'));
  return { PATH: folder };
}

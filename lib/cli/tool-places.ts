import path from 'node:path';

import { findTool, type ToolName, type ToolPlaces } from '../prove/index.ts';
import { UsageError } from './usage-error.ts';

/** Where programs are looked for: on `PATH`, then in `.tools/` of the project. */
export function toolPlaces(root: string): ToolPlaces {
  return {
    // An empty part of `PATH` means the current folder, which is no place for programs.
    searchPath: (process.env['PATH'] ?? '').split(path.delimiter).filter((each) => each !== ''),
    toolsDir: path.join(root, '.tools'),
    platform: process.platform,
  };
}

/**
 * The path of a program.
 *
 * @throws UsageError that says how to install it
 */
export async function requireTool(name: ToolName, root: string): Promise<string> {
  const tool = await findTool(name, toolPlaces(root));
  if (tool.path === undefined) throw new UsageError(`${tool.message}; ${tool.hint}`);
  return tool.path;
}

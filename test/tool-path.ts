import { delimiter, join } from 'node:path';

import { findTool, type ToolName } from '../lib/prove/index.ts';

/** Where a program is that the tests run for real. A missing one fails the test with what to install. */
export async function toolPath(name: ToolName): Promise<string> {
  const tool = await findTool(name, {
    searchPath: (process.env['PATH'] ?? '').split(delimiter),
    toolsDir: join(__dirname, '../.tools'),
    platform: process.platform,
  });
  if (tool.path === undefined) throw new Error(`${tool.message}: ${tool.hint}`);
  return tool.path;
}

import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Stack } from '../../../lib/catalog/index.ts';
import type { SystemDefinition } from '../../../lib/model/index.ts';

const ROOT = join(__dirname, '../../..');

/** A copy of what was built for a system, so that the entrypoints may write beside their configuration. */
export interface Built {
  readonly name: string;
  readonly stack: Stack;
  /** Absolute. */
  readonly folder: string;
  /** Relative to `folder`, sorted. */
  readonly files: readonly string[];
  read(file: string): string;
}

export const SYSTEMS = readdirSync(join(ROOT, 'build')).sort();

export async function built(name: string): Promise<Built> {
  const module: { default: SystemDefinition } = await import(`../../../systems/${name}/index.ts`);
  const folder = mkdtempSync(join(tmpdir(), `dashc-${name}-`));
  cpSync(join(ROOT, 'build', name), folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return {
    name,
    stack: module.default.stack,
    folder,
    files,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
  };
}

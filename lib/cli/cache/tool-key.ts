import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { packageRoot } from '../package-root.ts';
import { hashOf } from './hash.ts';

let known: string | undefined;

/** Tells the dashc that is running from every other one: they may find and write other things. */
export function toolKey(): string {
  return (known ??= hashOf(process.version, ...codeFiles().map((file) => readFileSync(file))));
}

/** What runs: the bundle and the schema beside it, or the sources. */
function codeFiles(): readonly string[] {
  const root = packageRoot();
  const manifest = path.join(root, 'package.json');
  if (!__filename.endsWith('.ts')) {
    const schema = path.join(path.dirname(__filename), 'validate-dashboard.js');
    return [manifest, __filename, ...(existsSync(schema) ? [schema] : [])];
  }
  const lib = path.join(root, 'lib');
  const names = readdirSync(lib, { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.ts')).sort();
  return [manifest, ...sources.map((name) => path.join(lib, name))];
}

/** What is installed, as the package manager has written it down; `undefined` where nothing says. */
export function lockKey(root: string): string | undefined {
  const files = LOCKS.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  return files.length === 0 ? undefined : hashOf(...files.map((file) => readFileSync(file)));
}

const LOCKS = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'node_modules/.package-lock.json',
];

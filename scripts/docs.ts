/**
 * Writes the generated pages of `docs/`, which `scripts/docs/pages.ts` lists.
 * `node -r ts-node/register scripts/docs.ts [--check]`: with `--check` it writes nothing, and exits with 1 where one differs.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { driftOf } from './docs/drift.ts';
import { pages } from './docs/pages.ts';

const ROOT = join(__dirname, '..');
const WOULD = { missing: 'missing', changed: 'differs', gone: 'unwanted' } as const;

function main(): void {
  const check = process.argv.includes('--check');
  const wanted = pages(ROOT);
  const drift = driftOf(ROOT, wanted);
  for (const { kind, file } of drift) {
    const text = wanted.get(file);
    if (!check) replace(join(ROOT, file), text);
    console.log(`${check ? WOULD[kind] : text === undefined ? 'removed' : 'wrote'} ${file}`);
  }
  console.log(`${drift.length} of ${wanted.size} pages ${check ? 'differ' : 'changed'}`);
  if (check && drift.length > 0) process.exitCode = 1;
}

function replace(file: string, text: string | undefined): void {
  if (text === undefined) return rmSync(file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

main();

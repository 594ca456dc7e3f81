// Makes preview/dist/, the page of `dashc preview`. `npm run preview:build`; skipped where nothing changed since.
//
// Plain JavaScript, like compile.mjs: it runs before anything else is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const page = path.join(root, 'preview');
const record = path.join(page, 'dist', '.inputs');
const installed = path.join(page, 'node_modules', '.dashc-lock');
const lock = readFileSync(path.join(page, 'package-lock.json'), 'utf8');

const inputs = hashOfInputs();
if (existsSync(record) && readFileSync(record, 'utf8') === inputs) process.exit(0);

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  run('npm', ['ci', '--no-audit', '--no-fund'], page);
  writeFileSync(installed, lock);
}
run(
  process.execPath,
  [path.join('node_modules', 'typescript-native', 'bin', 'tsc'), '-p', 'preview/tsconfig.json'],
  root,
);
run(process.execPath, ['build.mjs'], page);
writeFileSync(record, inputs);

/** Of all that the bundle is made of: sources, versions of packages, and what it shares with the server. */
function hashOfInputs() {
  const sources = readdirSync(path.join(page, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  const hash = createHash('sha256');
  for (const file of [
    ...sources.sort(),
    'lib/preview/protocol.ts',
    'preview/build.mjs',
    'preview/notice.mjs',
    'preview/package-lock.json',
    'preview/tsconfig.json',
  ]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

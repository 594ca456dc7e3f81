/**
 * Runs tests with other versions of Node, which npm's registry holds as packages:
 * `node -r ts-node/register scripts/try-node.ts [version …] [test …]`. Without versions those that dashc is made for;
 * without tests the one that installs the packed file, makes a project with it, and tests and builds that. Exit code 1:
 * a test failed, or a Node could not be installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SUPPORTED = ['20', '22', '24'];
const PACKAGED = 'test/e2e/package.test.ts';
const PLATFORM = process.platform === 'win32' ? 'win' : process.platform;

const asked = process.argv.slice(2);
const isVersion = (text: string) => /^\d+(\.\d+)*$/.test(text);
const versions = asked.filter(isVersion);
const tests = asked.filter((text) => !isVersion(text));

for (const version of versions.length > 0 ? versions : SUPPORTED) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-node-'));
  try {
    const passed = tryNode(version, folder, tests.length > 0 ? tests : [PACKAGED]);
    console.log(`Node ${version}: ${passed ? 'passed' : 'failed'}\n`);
    if (!passed) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryNode(version: string, folder: string, files: readonly string[]): boolean {
  const name = `node-${PLATFORM}-${process.arch}`;
  const install = ['install', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`];
  if (!succeeds('npm', install)) return false;
  const bin = path.join(folder, 'node_modules', name, 'bin');
  const vitest = path.join(__dirname, '..', 'node_modules', 'vitest', 'vitest.mjs');
  return succeeds(path.join(bin, 'node'), [vitest, 'run', ...files], bin);
}

/** @param bin a folder where programs are looked for first */
function succeeds(program: string, args: readonly string[], bin?: string): boolean {
  const folders = [bin, process.env['PATH']].filter((each) => each !== undefined);
  const { status, error } = spawnSync(program, args, {
    cwd: path.join(__dirname, '..'),
    env: { ...process.env, PATH: folders.join(path.delimiter) },
    stdio: 'inherit',
  });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

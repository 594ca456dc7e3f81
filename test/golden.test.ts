import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

const ROOT = path.resolve(__dirname, '..');

it('build/ is what the sources say, and holds nothing else', async () => {
  const checked = await promisify(execFile)(
    process.execPath,
    ['bin/dashc.js', 'build', '--check', '--no-typecheck'],
    { cwd: ROOT },
  ).catch((error: { stdout: string; stderr: string }) => error);
  // A line for each file that differs; findings are among the news.
  expect(checked.stdout + checked.stderr).toMatch(/^0 changes, \d+ files as before \(\d+ ms\)\n$/);
});

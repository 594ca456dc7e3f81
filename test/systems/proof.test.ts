import path from 'node:path';

import { beforeAll, expect, it } from 'vitest';

import { compileDashc, dashc } from '../cli/dashc.ts';
import { toolPath } from '../tool-path.ts';

let searchPath = '';

beforeAll(async () => {
  compileDashc();
  const tools = await Promise.all([toolPath('promtool'), toolPath('prometheus')]);
  searchPath = [...tools.map((tool) => path.dirname(tool)), process.env['PATH']].join(':');
}, 60_000);

function run(...args: readonly string[]) {
  return dashc(args, { cwd: process.cwd(), env: { PATH: searchPath } });
}

it('every case and every edge of every alert passes, and they reach every alert and branch', async () => {
  const { code, err } = await run('test', '--coverage');
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/\d{3} tests, 0 failed/) });
}, 120_000);

it('every panel draws, and in each scenario just the alerts fire that it names', async () => {
  const { code, err } = await run('verify');
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/27 worlds.*: 0 errors, 0 warnings/),
  });
}, 300_000);

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runTool } from '../../lib/prove/index.ts';
import { generatedProject } from './generated-project.ts';

/**
 * The cost of the types, counted and not timed: the number of type instantiations is the same on every machine. With
 * TypeScript 5.9.3 it is 77,000, of which 17,000 are the library's own sources and the catalog.
 */
describe('200 metrics and 1,000 expressions', { timeout: 120_000 }, () => {
  let folder: string;
  let output: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dashc-types-'));
    const lib = relative(folder, resolve('lib'));
    for (const [name, text] of generatedProject(200, 1000, lib)) {
      await writeFile(join(folder, name), text);
    }
    const config = {
      extends: resolve('tsconfig.base.json'),
      compilerOptions: { noEmit: true, lib: ['es2022'], types: [] },
      include: ['*.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const run = await runTool(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics']);
    output = run.stdout;
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true }));

  it('compile', () => {
    expect(output.match(/^.*error TS.*$/gm) ?? []).toEqual([]);
  });

  it('cost at most 200,000 type instantiations', () => {
    const instantiations = Number(/^Instantiations:\s+(\d+)$/m.exec(output)?.[1]);
    expect(instantiations).toBeGreaterThan(0);
    expect(instantiations).toBeLessThanOrEqual(200_000);
  });
});

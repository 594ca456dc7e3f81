import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { TARGETS } from '../../../lib/emit/index.ts';

const folder = join(__dirname, '../../../lib/emit/targets');
const files = readdirSync(folder)
  .filter((file) => file !== 'index.ts')
  .sort();

describe('TARGETS', () => {
  it('lists every file of its folder, in order, under its own name', () => {
    expect(TARGETS.map(({ name }) => `${name}.ts`)).toEqual(files);
  });

  it('has a test for each', () => {
    const tests = readdirSync(__dirname);
    expect(files.filter((file) => !tests.includes(file.replace('.ts', '.test.ts')))).toEqual([]);
  });
});

import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import * as authoring from '../../lib/index.ts';
import { load } from '../../lib/load/index.ts';
import { WORLD } from '../cli/verify-shop.ts';
import { projectFolder, SHOP } from './project-folder.ts';

const door = { file: resolve('lib/index.ts'), exports: authoring };

it('finds the scenarios of a system', () => {
  const { value, diagnostics } = load({ root: projectFolder(WORLD), authoring: door });
  expect(diagnostics).toEqual([]);
  const world = value.systems[0]?.world;
  expect(world?.file).toBe('systems/shop/scenarios.ts');
  expect(world?.value.scenarios.map(({ name }) => name)).toEqual(['stalled']);
});

it('needs none', () => {
  const { value } = load({ root: projectFolder(SHOP), authoring: door });
  expect(value.systems[0]?.world).toBe(undefined);
});

it('says what the file has to export', () => {
  const root = projectFolder({ ...SHOP, 'systems/shop/scenarios.ts': 'export default 1;\n' });
  expect(load({ root, authoring: door }).diagnostics).toMatchObject([
    {
      code: 'load/wrong-export',
      message: 'the default export is of type `number`, not a world',
      where: { file: 'systems/shop/scenarios.ts', line: 1 },
    },
  ]);
});

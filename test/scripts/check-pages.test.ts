import { readFileSync } from 'node:fs';

import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';

import { checkPages } from '../../scripts/docs/check-pages.ts';

it('docs/checks is what the checks say; `npm run docs` writes it', () => {
  const files = globSync('docs/checks/*.md').sort();
  const pages = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  expect(pages).toEqual(checkPages());
});

import { readFileSync } from 'node:fs';

import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';

import { CHECKS } from '../../../lib/analyze/index.ts';
import { OTHER_CODES } from '../../../lib/cli/codes/index.ts';

const sources = globSync('lib/**/*.ts', { ignore: ['lib/analyze/checks/**', 'lib/cli/codes/**'] });
const written = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/code: '([a-z]+\/[a-z-]+)'/g)].map(([, code]) => code),
);

it('has every code that the sources write', () => {
  const known = [...Object.keys(OTHER_CODES), ...CHECKS.map(({ code }) => code)];
  expect([...new Set(written)].filter((code) => !known.includes(code ?? '')).sort()).toEqual([]);
});

it('is sorted, and says nothing of checks', () => {
  const codes = Object.keys(OTHER_CODES);
  expect(codes).toEqual([...codes].sort());
  expect(CHECKS.map(({ code }) => code).filter((code) => codes.includes(code))).toEqual([]);
});

import { readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { CHECKS } from '../../lib/analyze/index.ts';
import { HOUSE_CODES } from '../../lib/model/index.ts';

const files = readdirSync('lib/analyze/checks')
  .filter((file) => file !== 'index.ts')
  .sort();

it('every check file is registered, in order, under its own name', () => {
  expect(CHECKS.map(({ code }) => `${code.replace('/', '-')}.ts`)).toEqual(files);
});

it('every check has a test table', () => {
  const tests = readdirSync('test/analyze/checks').sort();
  expect(tests).toEqual(files.map((file) => file.replace('.ts', '.test.ts')));
});

it('what is off unless it is asked for is what a system can ask for', () => {
  const optIn = CHECKS.filter((check) => check.optIn === true);
  expect(optIn.map(({ code }) => code)).toEqual(HOUSE_CODES);
});

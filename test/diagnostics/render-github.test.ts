import { expect, it } from 'vitest';

import { renderGithub } from '../../lib/diagnostics/index.ts';

it.each([
  {
    name: 'a place with columns',
    of: {
      code: 'promql/unknown-label',
      severity: 'error',
      message: '`up` has no label `pod`',
      hint: '`job`',
      where: { file: 'a/b.ts', line: 4, column: 3, endLine: 4, endColumn: 9, path: ['panel "P"'] },
    },
    text: '::error file=a/b.ts,line=4,col=3,endLine=4,endColumn=9,title=promql/unknown-label::panel "P"%0A`up` has no label `pod`%0Ahint: `job`\n',
  },
  {
    name: 'a file only, and what the syntax needs itself',
    of: {
      code: 'unit/mismatch',
      severity: 'info',
      message: '100 %, or: 1',
      where: { file: 'a,b:c%.json', path: [] },
    },
    text: '::notice file=a%2Cb%3Ac%25.json,title=unit/mismatch::100 %25, or: 1\n',
  },
] as const)('writes $name', ({ of, text }) => {
  expect(renderGithub([of])).toBe(text);
});

it('writes nothing where there is nothing', () => {
  expect(renderGithub([])).toBe('');
});

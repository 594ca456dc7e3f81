import { expect, it } from 'vitest';

import { readRuleFile } from '../../../lib/load/foreign/rules/read-rule-file.ts';

const RULES = [
  'groups:',
  '- name: g',
  '  rules:',
  '  - alert: A',
  '    expr: up',
  '  - alert: B',
  '    expr: up',
];

const read = (lines: readonly string[]) =>
  readRuleFile({ file: 'r.yaml', guessed: false }, lines.join('\n'), [3, 14]).allow.map(
    ({ code, reason, until, lines, where }) => ({ code, reason, until, lines, at: where.line }),
  );

const COMMENT = '# dashc:allow a/b -- it is known until 2027-01-01';
const READ = { code: 'a/b', reason: 'it is known', until: '2027-01-01' };

it.each([
  { name: 'above the file', at: 0, is: { lines: undefined, at: 1 } },
  { name: 'above a rule', at: 3, is: { lines: [5, 6], at: 4 } },
  { name: 'above the next rule', at: 5, is: { lines: [7, 8], at: 6 } },
  { name: 'in a rule', at: 4, is: { lines: [4, 6], at: 5 } },
])('reads a comment $name', ({ at, is }) => {
  expect(read(RULES.toSpliced(at, 0, COMMENT))).toEqual([{ ...READ, ...is }]);
});

it('reads what is missing as empty, for the exception to be refused', () => {
  expect(read(['# dashc:allow a/b', ...RULES])).toMatchObject([
    { code: 'a/b', reason: '', until: '' },
  ]);
  expect(read(['# dashc:allow a/b -- known', ...RULES])).toMatchObject([
    { reason: 'known', until: '' },
  ]);
});

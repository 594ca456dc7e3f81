import { expect, it } from 'vitest';

import {
  countSeverities,
  type Diagnostic,
  type Documented,
  renderJson,
} from '../../lib/diagnostics/index.ts';

const FOUND: Diagnostic[] = [
  {
    code: 'promql/unknown-label',
    severity: 'error',
    message: '`up` has no label `pod`',
    hint: '`job`',
    where: {
      file: 'dashboards/shop/a.ts',
      line: 4,
      column: 3,
      path: ['dashboard shop-a'],
      source: { text: 'up{pod="a"}', span: { start: 3, end: 6 } },
    },
  },
  { code: 'unit/mismatch', severity: 'warning', message: 'm', where: { file: 'a.ts', path: [] } },
];

const documented: Documented = (code) =>
  code === 'promql/unknown-label'
    ? { summary: 's', why: 'w', page: 'docs/checks/promql-unknown-label.md' }
    : undefined;

it('prints one object that JSON.parse reads, sorted, without keys that are not known', () => {
  const summary = { files: 2, expressions: 5, ...countSeverities(FOUND), milliseconds: 12 };
  expect(JSON.parse(renderJson(FOUND, summary, documented))).toEqual({
    diagnostics: [
      {
        code: 'unit/mismatch',
        severity: 'warning',
        message: 'm',
        where: { file: 'a.ts', path: [] },
      },
      {
        code: 'promql/unknown-label',
        severity: 'error',
        message: '`up` has no label `pod`',
        hint: '`job`',
        docs: 'docs/checks/promql-unknown-label.md',
        where: { file: 'dashboards/shop/a.ts', line: 4, column: 3, path: ['dashboard shop-a'] },
      },
    ],
    summary: { files: 2, expressions: 5, errors: 1, warnings: 1, infos: 0, milliseconds: 12 },
  });
});

it('ends with a line break', () => {
  const summary = { files: 0, expressions: 0, ...countSeverities([]), milliseconds: 0 };
  expect(renderJson([], summary, documented)).toMatch(/\}\n$/);
});

import { expect, it } from 'vitest';

import { type Diagnostic, renderText, sortDiagnostics } from '../../lib/diagnostics/index.ts';

function found(file: string, line: number | undefined, code: Diagnostic['code']): Diagnostic {
  const where = { file, path: [], ...(line === undefined ? {} : { line }) };
  return { code, severity: 'error', message: 'm', where };
}

const IN_ORDER = [
  found('alerts/a.ts', 9, 'a/b'),
  found('dashboards/B.ts', 1, 'a/b'),
  found('dashboards/a.ts', undefined, 'z/z'),
  found('dashboards/a.ts', 2, 'a/b'),
  found('dashboards/a.ts', 2, 'a/c'),
  found('dashboards/a.ts', 10, 'a/a'),
];

it('sorts by file, line and code, whatever the order was', () => {
  expect(sortDiagnostics([...IN_ORDER].reverse())).toEqual(IN_ORDER);
});

it('renders the same text whatever the order was', () => {
  expect(renderText([...IN_ORDER].reverse(), false)).toBe(renderText(IN_ORDER, false));
});

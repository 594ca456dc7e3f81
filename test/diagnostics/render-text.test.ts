import { describe, expect, it } from 'vitest';

import { type Diagnostic, renderText } from '../../lib/diagnostics/index.ts';

const GAUGE: Diagnostic = {
  code: 'promql/rate-needs-counter',
  severity: 'error',
  message: '`rate()` needs a counter, but `job_queue_size` is a gauge',
  hint: 'use `deriv(job_queue_size[…])` for the slope of a gauge',
  where: {
    file: 'dashboards/flashcastr/overview.ts',
    line: 14,
    path: ['dashboard flashcastr-overview', 'panel "Queue"', 'query A'],
    source: { text: 'sum(rate(job_queue_size[5m]))', span: { start: 4, end: 28 } },
  },
};

function at(text: string, start: number, end: number): Diagnostic {
  return {
    code: 'a/b',
    severity: 'warning',
    message: 'm',
    where: { file: 'f.ts', path: [], source: { text, span: { start, end } } },
  };
}

describe('renderText', () => {
  it('prints place, source with carets, message and hint', () => {
    expect(renderText([GAUGE], false)).toBe(
      [
        'error promql/rate-needs-counter',
        '  dashboards/flashcastr/overview.ts:14 › dashboard flashcastr-overview › panel "Queue" › query A',
        '    sum(rate(job_queue_size[5m]))',
        '        ^^^^^^^^^^^^^^^^^^^^^^^^',
        '  `rate()` needs a counter, but `job_queue_size` is a gauge',
        '  hint: use `deriv(job_queue_size[…])` for the slope of a gauge',
        '',
      ].join('\n'),
    );
  });

  it('prints only what is known', () => {
    const bare: Diagnostic = {
      code: 'load/no-export',
      severity: 'info',
      message: 'nothing here',
      where: { file: 'dashboards/a.ts', path: [] },
    };
    expect(renderText([bare], false)).toBe(
      'info load/no-export\n  dashboards/a.ts\n  nothing here\n',
    );
  });

  it.each([
    { name: 'one word', text: 'up == 0', start: 0, end: 2, lines: ['up == 0', '^^'] },
    { name: 'an empty span', text: 'sum(', start: 4, end: 4, lines: ['sum(', '    ^'] },
    { name: 'beyond the end', text: 'up', start: 9, end: 12, lines: ['up', '  ^'] },
    { name: 'a tab before', text: '\tup', start: 1, end: 3, lines: ['\tup', '\t^^'] },
    {
      name: 'an astral character before',
      text: '"😀" + x',
      start: 7,
      end: 8,
      lines: ['"😀" + x', '      ^'],
    },
    {
      name: 'two lines, all of the rest left out',
      text: 'sum(\n  a\n  + b\n)',
      start: 7,
      end: 14,
      lines: ['  a', '  ^', '  + b', '  ^^^'],
    },
    { name: 'the start of a line', text: 'a\nb', start: 2, end: 3, lines: ['b', '^'] },
    { name: 'the end of a line, empty', text: 'a\nb', start: 1, end: 1, lines: ['a', ' ^'] },
  ])('marks $name', ({ text, start, end, lines }) => {
    expect(
      renderText([at(text, start, end)], false)
        .split('\n')
        .slice(2, -2),
    ).toEqual(lines.map((line) => `    ${line}`));
  });

  it('indents every line of a message and of a hint', () => {
    const two: Diagnostic = { ...GAUGE, message: 'one\ntwo', hint: 'three\nfour' };
    expect(renderText([two], false).split('\n').slice(4)).toEqual([
      '  one',
      '  two',
      '  hint: three',
      '        four',
      '',
    ]);
  });

  it('colours only where it is asked to', () => {
    expect(renderText([GAUGE], true)).toContain('\u001b[31merror\u001b[39m');
    expect(renderText([GAUGE], false)).not.toContain('\u001b');
  });
});

import { expect, it } from 'vitest';

import { type Diagnostic, renderJunit } from '../../lib/diagnostics/index.ts';

const FOUND: Diagnostic = {
  code: 'promql/unknown-label',
  severity: 'error',
  message: '`a` < "b" & \u0007',
  hint: '`job`',
  where: { file: 'a.ts', line: 4, column: 3, path: ['panel "P"'] },
};

it('writes a suite a file and a failure a finding', () => {
  expect(renderJunit([FOUND, { ...FOUND, where: { file: 'b.ts', path: [] } }])).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="dashc" tests="2" failures="2">',
      '  <testsuite name="a.ts" tests="1" failures="1">',
      '    <testcase classname="a.ts" name="promql/unknown-label › panel &quot;P&quot;">',
      '      <failure type="error" message="`a` &lt; &quot;b&quot; &amp; ">a.ts:4:3 › panel &quot;P&quot;',
      '`a` &lt; &quot;b&quot; &amp; ',
      'hint: `job`</failure>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="b.ts" tests="1" failures="1">',
      '    <testcase classname="b.ts" name="promql/unknown-label">',
      '      <failure type="error" message="`a` &lt; &quot;b&quot; &amp; ">b.ts',
      '`a` &lt; &quot;b&quot; &amp; ',
      'hint: `job`</failure>',
      '    </testcase>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
});

it('passes one test where there is nothing', () => {
  expect(renderJunit([])).toContain('tests="1" failures="0"');
});

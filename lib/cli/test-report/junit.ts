import type { ReportedTest } from './tests-of.ts';

/** Tests as JUnit XML: a suite an alert. `seconds` is the time of all of them; promtool does not say that of one. */
export function testsJunit(tests: readonly ReportedTest[], seconds: number): string {
  const names = [...new Set(tests.map(suiteOf))];
  const counts = countsOf(tests);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dashc test" ${counts} time="${seconds.toFixed(3)}">`,
    ...names.map((name) =>
      suite(
        name,
        tests.filter((test) => suiteOf(test) === name),
      ),
    ),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf({ system, alert }: ReportedTest): string {
  return `${system}.${alert}`;
}

function countsOf(tests: readonly ReportedTest[]): string {
  const number = (status: ReportedTest['status']) =>
    tests.filter((test) => test.status === status).length;
  return `tests="${tests.length}" failures="${number('failed')}" skipped="${number('skipped')}"`;
}

function suite(name: string, tests: readonly ReportedTest[]): string {
  return [
    `  <testsuite name="${escape(name)}" ${countsOf(tests)}>`,
    ...tests.map(testcase),
    '  </testsuite>',
  ].join('\n');
}

function testcase(test: ReportedTest): string {
  const { title, file, line, status, text } = test;
  const at = line === undefined ? '' : ` line="${line}"`;
  const head = `    <testcase classname="${escape(suiteOf(test))}" name="${escape(title)}" file="${escape(file)}"${at}`;
  if (status === 'passed') return `${head}/>`;
  const inside =
    status === 'skipped'
      ? `      <skipped message="${escape(text)}"/>`
      : `      <failure message="${escape(text.split('\n')[0] ?? '')}">${escape(text)}</failure>`;
  return [`${head}>`, inside, '    </testcase>'].join('\n');
}

/** For text and for attributes; characters that XML 1.0 does not know at all are left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

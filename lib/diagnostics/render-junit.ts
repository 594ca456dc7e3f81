import type { Diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort.ts';

/**
 * Findings as JUnit XML: a suite a file, a failed test a finding. Where there is none, one test passes, because many
 * readers take an empty report for one that was lost.
 */
export function renderJunit(diagnostics: readonly Diagnostic[]): string {
  const found = sortDiagnostics(diagnostics);
  const files = [...new Set(found.map(({ where }) => where.file))];
  const suites = files.map((file) =>
    suite(
      file,
      found.filter(({ where }) => where.file === file),
    ),
  );
  const body = found.length === 0 ? [PASSED] : suites;
  const [tests, failures] = [Math.max(1, found.length), found.length];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="dashc" tests="${tests}" failures="${failures}">`,
    ...body,
    '</testsuites>',
    '',
  ].join('\n');
}

const PASSED =
  '  <testsuite name="dashc" tests="1" failures="0">\n    <testcase classname="dashc" name="check"/>\n  </testsuite>';

function suite(file: string, found: readonly Diagnostic[]): string {
  return [
    `  <testsuite name="${escape(file)}" tests="${found.length}" failures="${found.length}">`,
    ...found.map(testcase),
    '  </testsuite>',
  ].join('\n');
}

function testcase({ code, severity, message, hint, where }: Diagnostic): string {
  const { file, line, column, path } = where;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const text = [
    [place, ...path].join(' › '),
    ...(where.source === undefined ? [] : [where.source.text]),
    message,
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ].join('\n');
  return [
    `    <testcase classname="${escape(file)}" name="${escape([code, ...path].join(' › '))}">`,
    `      <failure type="${severity}" message="${escape(message)}">${escape(text)}</failure>`,
    '    </testcase>',
  ].join('\n');
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

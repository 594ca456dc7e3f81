import { type Check, CHECKS } from '../../lib/analyze/index.ts';
import { INDEX, OTHER_CODES, pageOf } from '../../lib/cli/codes/index.ts';

/** The reference of all codes: a page a check, and the page that lists them. Text by path. */
export function checkPages(): ReadonlyMap<string, string> {
  return new Map([
    [INDEX, indexPage()],
    ...CHECKS.map((c) => [pageOf(c.code), pageText(c)] as const),
  ]);
}

function indexPage(): string {
  const families = [...new Set(CHECKS.map(({ code }) => familyOf(code)))].sort();
  return [
    '# Findings',
    '',
    'Everything that `dashc check` and `dashc build` report. `dashc explain CODE` prints the same.',
    '',
    ...families.flatMap((family) => [
      `## ${family}`,
      '',
      '| code | severity | |',
      '|---|---|---|',
      ...CHECKS.filter(({ code }) => familyOf(code) === family).map(rowOf),
      '',
    ]),
    '## Of other stages',
    '',
    'What loading, the model, the stack and the output refuse.',
    '',
    '| code | |',
    '|---|---|',
    ...Object.entries(OTHER_CODES).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`),
    '',
  ].join('\n');
}

function rowOf({ code, severity, optIn, docs }: Check): string {
  const page = pageOf(code).slice(INDEX.lastIndexOf('/') + 1);
  return `| [\`${code}\`](${page}) | ${severity}${optIn === true ? ', off by default' : ''} | ${docs.summary.replace(/\|/g, '\\|')} |`;
}

function pageText({ code, severity, optIn, docs }: Check): string {
  return [
    `# \`${code}\``,
    '',
    `${docs.summary}.`,
    '',
    `Severity: ${severity}.${optIn === true ? ` ${offByDefault(code)}` : ''}`,
    '',
    docs.why,
    '',
    'Reported:',
    '',
    ...block(docs.bad),
    'Not reported:',
    '',
    ...block(docs.good),
  ].join('\n');
}

function offByDefault(code: string): string {
  return `Off by default: [turn it on](../house-rules.md) with \`dashc check --enable ${code}\`, or with \`house\` in \`defineSystem\`.`;
}

function block(code: string): string[] {
  return ['```ts', code, '```', ''];
}

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { run } from '../../lib/analyze/index.ts';
import { loadForeign } from '../../lib/load/index.ts';

// Rule files with the verdict of Prometheus's own reader: by their names, or by this table where those say nothing.

type Verdict = 'refused' | 'accepted' | 'duplicates';

const VERDICTS: Readonly<Record<string, Verdict>> = {
  'bad-promql.yml': 'refused',
  'rules-bad.yml': 'refused',
  'rules_extrafields.yml': 'refused',
  'rules.yml': 'accepted',
  'prometheus-rules.lint.yml': 'duplicates',
  'rules_duplicates.yml': 'duplicates',
  'test.yaml': 'duplicates',
  'test_aliases.yaml': 'duplicates',
};

/** Files that only a Prometheus with the old rules for names refuses. */
const LEGACY = /^legacy_/;

/** @returns whether all verdicts are the same */
export function reportRuleFiles(dir: string): boolean {
  const folder = join(dir, 'rulefmt');
  if (!existsSync(folder)) return true;
  const files = readdirSync(folder).sort();
  const wrong = files.filter((file) => verdictOf(folder, file) !== expected(file));
  const share = `${files.length - wrong.length} of ${files.length}`;
  process.stdout.write(
    `${wrong.length === 0 ? 'ok    ' : 'MISSED'}  ${'rule files'.padEnd(26)} ${share}\n`,
  );
  for (const file of wrong) process.stdout.write(`          ${file} is ${expected(file)}\n`);
  return wrong.length === 0;
}

function expected(file: string): Verdict | undefined {
  if (/\.bad\.yaml$/.test(file)) return 'refused';
  return /\.good\.yaml$/.test(file) ? 'accepted' : VERDICTS[file];
}

function verdictOf(folder: string, file: string): Verdict {
  const { value, diagnostics } = loadForeign({
    cwd: folder,
    rules: [file],
    dashboards: [],
    version: LEGACY.test(file) ? [2, 42] : [3, 14],
    scrapeInterval: '15s',
  });
  const found = [...diagnostics, ...run(value)];
  // What else is an error is no reason for Prometheus to refuse the file.
  const isRefusal = /^(?:rule-file\/|promql\/(?:syntax|value-type)$)/;
  if (found.some(({ severity, code }) => severity === 'error' && isRefusal.test(code))) {
    return 'refused';
  }
  return diagnostics.some(({ code }) => code === 'rule-file/duplicate-rule')
    ? 'duplicates'
    : 'accepted';
}

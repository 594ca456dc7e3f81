import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../lib/analyze/index.ts';
import { loadForeign } from '../lib/load/index.ts';

// Measures the checks against the opinions of two linters. They are opinions: a difference is explained, not repaired.

interface RuleCase {
  readonly check: string;
  readonly rule_yaml: string;
  /** What is found there; empty: nothing. */
  readonly expect: readonly string[];
  readonly catalog?: { readonly types?: Readonly<Record<string, readonly string[]>> };
}

interface DashboardCase {
  readonly rule: string;
  readonly dashboard: unknown;
  readonly expect: readonly string[];
}

/** Which of our codes say what the check of the other linter says. Without an entry: nothing of ours does. */
const SAME_AS: Readonly<Record<string, RegExp>> = {
  'alerts/absent': /^alert\/absent/,
  'alerts/comparison': /^(alert\/no-condition|comparison|value)/,
  'alerts/template': /^(template|rule-file\/template|alert\/)/,
  'promql/counter': /^metric-type/,
  'promql/fragile': /^(alert\/sampled|promql\/fragile)/,
  'promql/impossible': /^(join|promql|labels|aggregate|template)/,
  'promql/rate': /^(metric-type|range)/,
  'promql/range_query': /^range/,
  'promql/regexp': /^promql\/regex/,
  'promql/syntax': /^promql/,
  'promql/vector_matching': /^join/,
  'rule/duplicate': /^rule(-file)?\//,
  'panel-no-targets-rule': /^panel/,
  'panel-units-rule': /^unit/,
  'target-counter-agg-rule': /^metric-type/,
  'target-promql-rule': /^promql/,
  'target-rate-interval-rule': /^range/,
};

/** Prints precision and recall by check of the other linter. */
export function reportChecks(folder: string): void {
  const rules = read<RuleCase>(folder, 'pint-cases').map((each) => ({
    check: each.check,
    expected: each.expect.length > 0,
    codes: codesOf('rules', 'r.yaml', ruleFile(each.rule_yaml), metadataOf(each)),
  }));
  const dashboards = read<DashboardCase>(folder, 'dashboard-linter-cases').map((each) => ({
    check: each.rule,
    expected: each.expect.length > 0,
    codes: codesOf('dashboards', 'd.json', JSON.stringify(each.dashboard)),
  }));
  for (const check of new Set([...rules, ...dashboards].map((each) => each.check))) {
    const same = SAME_AS[check];
    if (same === undefined) continue;
    const own = [...rules, ...dashboards].filter((each) => each.check === check);
    const found = own.filter(({ codes }) => codes.some((code) => same.test(code)));
    const both = found.filter(({ expected }) => expected).length;
    const expected = own.filter((each) => each.expected).length;
    process.stdout.write(
      `        ${check.padEnd(26)} ${own.length} cases: precision ${both} of ${found.length}, recall ${both} of ${expected}\n`,
    );
  }
}

/** What is found in one file. */
function codesOf(
  kind: 'rules' | 'dashboards',
  name: string,
  text: string,
  fetched: readonly MetricsText[] = [],
): readonly string[] {
  const cwd = mkdtempSync(join(tmpdir(), 'dashc-conformance-'));
  try {
    writeFileSync(join(cwd, name), text);
    const none = { rules: [], dashboards: [] };
    const options = {
      cwd,
      ...none,
      [kind]: [name],
      fetched,
      version: [3, 14],
      scrapeInterval: '1m',
    } as const;
    const { value, diagnostics } = loadForeign(options);
    // Types are given, but not of all metrics.
    return [...diagnostics, ...run(value)]
      .map(({ code }) => code)
      .filter((code) => code !== 'promql/unknown-metric');
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** What Prometheus's API would say of the metrics of a case; nothing where their types are not given. */
function metadataOf({ catalog = {} }: RuleCase): readonly MetricsText[] {
  const types = Object.entries(catalog.types ?? {});
  if (types.length === 0) return [];
  const data = types.map(([name, all]) => [name, all.map((type) => ({ type }))] as const);
  return [{ file: 'metadata', text: JSON.stringify({ data: Object.fromEntries(data) }) }];
}

interface MetricsText {
  readonly file: string;
  readonly text: string;
}

/** Cases give rules without a group, or whole files. */
function ruleFile(text: string): string {
  if (/^\s*(groups|---|apiVersion)/m.test(text)) return text;
  return `groups:\n- name: g\n  rules:\n${text.replace(/^(?=.)/gm, '  ')}`;
}

function read<T>(folder: string, name: string): readonly T[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

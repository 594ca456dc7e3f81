import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run as analyze } from '../../lib/analyze/index.ts';
import { loadForeign } from '../../lib/load/index.ts';
import { rulesText } from './rules-text.ts';

/** Milliseconds of checking one file of rules that have no typed sources. */
export interface MeasuredRules {
  readonly rules: number;
  /** Reading the YAML and the expressions in it. */
  readonly load: number;
  readonly analyze: number;
  /** Most memory that the process had, in bytes. */
  readonly peak: number;
}

function measure(rules: number): MeasuredRules {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  try {
    const file = path.join(folder, 'rules.yaml');
    writeFileSync(file, rulesText(rules));
    const started = performance.now();
    const { value: project, diagnostics } = loadForeign({
      cwd: folder,
      rules: [file],
      dashboards: [],
      version: [3, 2],
      scrapeInterval: '15s',
    });
    const loaded = performance.now();
    const found = [...diagnostics, ...analyze(project)];
    const ended = performance.now();
    const wrong = found.find(({ severity }) => severity === 'error');
    if (wrong !== undefined) throw new Error(`${wrong.code}: ${wrong.message}`);
    const peak = process.resourceUsage().maxRSS * 1024;
    return { rules, load: loaded - started, analyze: ended - loaded, peak };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]))));

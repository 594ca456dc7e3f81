import { run } from '../../../lib/analyze/run.ts';
import type { Diagnostic } from '../../../lib/diagnostics/index.ts';
import { applyFixes, loadForeign } from '../../../lib/load/index.ts';

/** A file and what a target exposes, and what is fixed in the file the first time. */
export interface Fixing {
  /** `.json`: a dashboard; otherwise rules. */
  readonly file: string;
  readonly text: string;
  readonly metrics?: string;
}

/** What the checks find in it. */
export function foundIn({ file, text, metrics }: Fixing, cwd: string): readonly Diagnostic[] {
  const isDashboard = file.endsWith('.json');
  const { value, diagnostics } = loadForeign({
    cwd,
    rules: isDashboard ? [] : [file],
    dashboards: isDashboard ? [file] : [],
    version: [3, 14],
    scrapeInterval: '15s',
    read: () => text,
    ...(metrics === undefined ? {} : { fetched: [{ file: 'metrics', text: metrics }] }),
  });
  return [...diagnostics, ...run(value)];
}

/** The text with all that is fixed in it at once. */
export function fixed(fixing: Fixing, cwd: string): ReturnType<typeof applyFixes> {
  return applyFixes(fixing.text, foundIn(fixing, cwd));
}

import type { Diagnostic } from '../diagnostics/index.ts';
import { type Project, validateModel } from '../model/index.ts';
import { analysesOf, type Analysis } from './analysis.ts';
import { CHECKS } from './checks/index.ts';
import type { Check } from './define-check.ts';
import { unusedMetrics } from './unused-metrics.ts';

/** Everything that is wrong with a project: its model, and what the checks find. Never throws for a bad project. */
export function run(project: Project): Diagnostic[] {
  const found = [...validateModel(project), ...project.systems.flatMap(unusedMetrics)];
  for (const analysis of analysesOf(project)) {
    found.push(...CHECKS.flatMap((check) => runCheck(check, analysis)));
  }
  return found;
}

/** What one check finds in one content file. */
export function runCheck(check: Check, analysis: Analysis): Diagnostic[] {
  const found: Diagnostic[] = [];
  check.run(analysis, ({ severity = check.severity, ...finding }) =>
    found.push({ code: check.code, severity, ...finding }),
  );
  return found;
}

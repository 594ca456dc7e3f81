import type { Diagnostic } from '../diagnostics/index.ts';
import { checkAcross, facesOf, type Project, type System, validateSystem } from '../model/index.ts';
import { analysesOf, type Analysis } from './analysis.ts';
import { checksFor } from './checks-for.ts';
import type { Check } from './define-check.ts';
import { unusedMetrics } from './unused-metrics.ts';

/** Everything that is wrong with a project: its model, and what the checks find. Never throws for a bad project. */
export function run({ systems }: Project): Diagnostic[] {
  const across = checkAcross(systems.flatMap(facesOf)).map(({ problem }) => problem);
  return [...across, ...systems.flatMap(runSystem)];
}

/** Everything that is wrong with a system, whatever others there are. */
export function runSystem(system: System): Diagnostic[] {
  const found = [...validateSystem(system), ...unusedMetrics(system)];
  const checks = checksFor(system);
  for (const analysis of analysesOf(system)) {
    // One by one: a file may have more findings than a call takes arguments.
    for (const check of checks) {
      for (const finding of runCheck(check, analysis)) found.push(finding);
    }
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

import type { Diagnostic, Where } from './diagnostic.ts';
import type { Documented } from './documented.ts';
import { sortDiagnostics } from './sort.ts';

/** What was looked at, and what came of it. */
export interface Summary {
  /** Content files that were evaluated. */
  readonly files: number;
  /** PromQL expressions of panels, variables, annotations and rules. */
  readonly expressions: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly milliseconds: number;
}

/** Findings for a machine: one JSON object, sorted by place. Keys that are not known are absent. */
export function renderJson(
  diagnostics: readonly Diagnostic[],
  summary: Summary,
  documented: Documented,
): string {
  const found = sortDiagnostics(diagnostics).map(({ code, severity, message, hint, where }) => ({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    docs: documented(code)?.page,
    where: toJson(where),
  }));
  return `${JSON.stringify({ diagnostics: found, summary }, null, 2)}\n`;
}

/** The number of findings of each severity. */
export function countSeverities(
  diagnostics: readonly Diagnostic[],
): Pick<Summary, 'errors' | 'warnings' | 'infos'> {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((d) => d.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

function toJson({ file, line, column, endLine, endColumn, path }: Where) {
  return { file, line, column, endLine, endColumn, path };
}

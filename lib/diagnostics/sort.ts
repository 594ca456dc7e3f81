import type { Diagnostic } from './diagnostic.ts';

/** By file, line, code, then whatever else tells two findings apart; the same findings always come in the same order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byText(a.where.file, b.where.file) ||
      (a.where.line ?? 0) - (b.where.line ?? 0) ||
      byText(a.code, b.code) ||
      (a.where.column ?? 0) - (b.where.column ?? 0) ||
      byText(a.where.path.join('\0'), b.where.path.join('\0')) ||
      (a.where.source?.span.start ?? 0) - (b.where.source?.span.start ?? 0) ||
      byText(a.message, b.message),
  );
}

/** By code unit: `localeCompare` depends on the machine's language. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

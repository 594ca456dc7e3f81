import type { Diagnostic } from '../../diagnostics/index.ts';
import { unknownName } from '../usage-error.ts';
import { documentedCodes } from './documented.ts';

/** Which findings somebody wants to see: codes (`promql/unknown-label`) and families (`promql`). */
export interface ChosenCodes {
  /** Absent: all. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/**
 * Keeps the findings that were chosen.
 *
 * @throws UsageError for a name that is no code and no family, which would choose nothing
 */
export function chooseCodes(
  diagnostics: readonly Diagnostic[],
  { only, skip = [] }: ChosenCodes,
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ code }) => (only === undefined || isAmong(code, only)) && !isAmong(code, skip),
  );
}

/** @throws UsageError */
export function checkChosen({ only = [], skip = [] }: ChosenCodes): void {
  const codes = documentedCodes();
  const families = new Set([...codes.map(familyOf), 'type']);
  for (const name of [...only, ...skip]) {
    if (codes.some((code) => code === name) || families.has(name)) continue;
    if (/^type\/TS\d+$/.test(name)) continue;
    throw unknownName('code', name, name.includes('/') ? codes : [...families].sort());
  }
}

function isAmong(code: Diagnostic['code'], names: readonly string[]): boolean {
  return names.includes(code) || names.includes(familyOf(code));
}

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

import type { Diagnostic } from '../../diagnostics/index.ts';
import { HOUSE_CODES, type HouseRule, toHouseRule } from '../../model/index.ts';
import { unknownName } from '../usage-error.ts';
import { documentedCodes } from './documented.ts';

/** Which findings somebody wants to see: codes (`promql/unknown-label`) and families (`promql`). */
export interface ChosenCodes {
  /** Absent: all. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** What is off otherwise, besides what `only` names. */
  readonly enable?: readonly string[];
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

/** The rules of the house that were asked for by their codes or their family. */
export function enabledRules({ only = [], enable = [] }: ChosenCodes): readonly HouseRule[] {
  const asked = HOUSE_CODES.filter((code) => isAmong(code, [...only, ...enable]));
  return asked.map(toHouseRule);
}

/** @throws UsageError */
export function checkChosen({ only = [], skip = [], enable = [] }: ChosenCodes): void {
  const optIn = [...new Set(HOUSE_CODES.map(familyOf)), ...HOUSE_CODES];
  for (const name of enable) {
    if (!optIn.includes(name)) throw unknownName('rule that is off by default', name, optIn);
  }
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

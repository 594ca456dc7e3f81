import type { System } from '../model/index.ts';
import { CHECKS } from './checks/index.ts';
import type { Check } from './define-check.ts';

/** The checks that a system is looked at with: all but those that it would have to ask for. */
export function checksFor({ house = [] }: Pick<System, 'house'>): readonly Check[] {
  if (house.length === 0) return ALWAYS;
  const chosen = new Set<string>(house.map(({ code }) => code));
  return CHECKS.filter(({ code, optIn }) => optIn !== true || chosen.has(code));
}

const ALWAYS = CHECKS.filter(({ optIn }) => optIn !== true);

/** Whether nothing is found under a code because nobody asked for it. */
export function isOff(code: string, { house = [] }: Pick<System, 'house'>): boolean {
  return OPT_IN.has(code) && !house.some((rule) => rule.code === code);
}

const OPT_IN: ReadonlySet<string> = new Set(
  CHECKS.filter(({ optIn }) => optIn === true).map(({ code }) => code),
);

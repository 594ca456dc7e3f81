import { describe, expect, it } from 'vitest';

import { checksFor, isOff } from '../../lib/analyze/checks-for.ts';
import { CHECKS } from '../../lib/analyze/index.ts';

const codesFor = (system: Parameters<typeof checksFor>[0]) =>
  checksFor(system)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('house/'));

describe('the checks of a system', () => {
  it('are those that are on always', () => {
    expect(codesFor({})).toEqual([]);
    expect(checksFor({}).length).toBeGreaterThan(100);
  });

  it('are those that it asks for besides', () => {
    expect(codesFor({ house: [{ code: 'house/panel-title' }] })).toEqual(['house/panel-title']);
  });

  it('are in their order', () => {
    const house = [{ code: 'house/rule-name' }, { code: 'house/annotation' }] as const;
    expect(checksFor({ house })).toEqual(
      CHECKS.filter((check) => checksFor({ house }).includes(check)),
    );
    expect(codesFor({ house })).toEqual(['house/annotation', 'house/rule-name']);
  });

  it.each([
    { code: 'house/rule-name', off: true },
    { code: 'house/panel-title', off: false },
    { code: 'unit/missing', off: false },
  ])('$code', ({ code, off }) => {
    expect(isOff(code, { house: [{ code: 'house/panel-title' }] })).toBe(off);
  });
});

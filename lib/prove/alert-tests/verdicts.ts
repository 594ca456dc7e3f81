import type { Condition } from './conditions.ts';

/** Where a value is, seen from a threshold. */
export type Side = 'below' | 'at' | 'above';

/** Whether a comparison holds below, at and above its threshold. */
export const HOLDS: Readonly<Record<Condition['op'], Readonly<Record<Side, boolean>>>> = {
  '>': { below: false, at: false, above: true },
  '>=': { below: false, at: true, above: true },
  '<': { below: true, at: false, above: false },
  '<=': { below: true, at: true, above: false },
  '==': { below: false, at: true, above: false },
  '!=': { below: true, at: false, above: true },
};

/** Whether a comparison holds for a value. */
export function holds({ op, threshold }: Condition, value: number): boolean {
  return HOLDS[op][value < threshold ? 'below' : value > threshold ? 'above' : 'at'];
}

import { expect } from 'vitest';

import { parse, print } from '../../lib/promql/index.ts';

/** One spelling for expressions that differ in spaces. */
export function spelled(text: string): string {
  const { expr, errors } = parse(text);
  expect(errors, text).toEqual([]);
  return expr === undefined ? '' : print(expr);
}

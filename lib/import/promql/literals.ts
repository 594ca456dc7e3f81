import { quoted } from '../source/index.ts';

/** `.name` or `['name']`. */
export function memberAccess(name: string): string {
  return /^[a-zA-Z_$][\w$]*$/.test(name) ? `.${name}` : `[${quoted(name)}]`;
}

/** A number as JavaScript reads it back. */
export function numberLiteral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

import { similar } from '../diagnostics/index.ts';
import { listed } from './listed.ts';

/** What a name may be instead: the similar one, or else all, as long as they fit on a line. */
export function suggest(name: string, known: readonly string[]): { readonly hint?: string } {
  const near = similar(name, known);
  if (near !== undefined) return { hint: `\`${near}\`` };
  return known.length === 0 || known.length > MANY ? {} : { hint: listed(known) };
}

const MANY = 12;

import type { AllowHere } from '../../model/index.ts';

/** An exception as it is written in a text. */
export interface WrittenAllow {
  readonly allow: Pick<AllowHere, 'code' | 'reason'> & { readonly until: string };
  /** Of its first character in the text. */
  readonly offset: number;
}

/**
 * The exceptions in a text, one on a line: `dashc:allow code -- reason until 2027-01-01`.
 *
 * @returns what is missing as an empty text
 */
export function allowsIn(text: string): readonly WrittenAllow[] {
  return [...text.matchAll(ALLOW)].map((match) => {
    const [, code = '', said = ''] = match;
    const [, reason = said, until = ''] = UNTIL.exec(said) ?? [];
    const allow = { code: code as AllowHere['code'], reason: reason.trim(), until };
    return { allow, offset: match.index };
  });
}

const ALLOW = /dashc:allow[ \t]+(\S+)(?:[ \t]+--[ \t]*(.*))?/g;
const UNTIL = /^(.*?)\s*\buntil\s+(\S+)\s*$/;

import { CHECKS } from '../../analyze/index.ts';
import type { CodeDocs, Diagnostic } from '../../diagnostics/index.ts';
import { OTHER_CODES } from './other-codes.ts';

/** Every code that has an entry in the reference, sorted. */
export function documentedCodes(): readonly Diagnostic['code'][] {
  const others = Object.keys(OTHER_CODES) as Diagnostic['code'][];
  return [...CHECKS.map(({ code }) => code), ...others].sort();
}

/** What the reference says about a code; `undefined` for those of the TypeScript compiler. */
export function documented(code: Diagnostic['code']): CodeDocs | undefined {
  const check = CHECKS.find((each) => each.code === code);
  if (check !== undefined) {
    const { summary, why } = check.docs;
    return { summary, why, page: pageOf(code) };
  }
  const sentence = OTHER_CODES[code];
  return sentence === undefined ? undefined : { summary: sentence, why: sentence, page: INDEX };
}

/** The page of a check. */
export function pageOf(code: Diagnostic['code']): string {
  return `docs/checks/${code.replace('/', '-')}.md`;
}

/** The page that lists all codes. */
export const INDEX = 'docs/checks/README.md';

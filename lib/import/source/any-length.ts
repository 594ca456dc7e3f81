/** For the linter of the project that imports. */
export const EXEMPTION = '/* eslint-disable max-lines */';

/** Lines; the linter wants no more than 300, with the head of the file. */
const LONG = 290;

/** A module that cannot be parted, with leave to be longer than the linter wants where it is. */
export function ofAnyLength(text: string): string {
  if (text.split('\n').length <= LONG || text.includes(EXEMPTION)) return text;
  return `${EXEMPTION}\n${text.startsWith('//') ? '' : '\n'}${text}`;
}

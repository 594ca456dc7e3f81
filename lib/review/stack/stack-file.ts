import type { Change, Note } from '../change.ts';
import type { Json } from '../json.ts';

/** A file of the stack. */
export interface StackFile {
  readonly system: string | undefined;
  readonly file: string;
  readonly content: Json;
}

/** As changes of a file. */
export function ofFile(
  { system, file }: Pick<StackFile, 'system' | 'file'>,
  notes: readonly Note[],
): Change[] {
  return notes.map((each) => ({ ...each, ...(system === undefined ? {} : { system }), file }));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of a file of cases, which has one JSON object a line. */
export function readCases<T>(folder: string, name: string): readonly T[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

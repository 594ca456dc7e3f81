import { OPEN_ENV } from '../promql/index.ts';
import { describe } from './report/index.ts';
import { review, type Side } from './review.ts';

/**
 * What changed in a dashboard or a rule file, a line a change, as a person would say it.
 *
 * @param path of the file; its name tells what it is
 * @returns none for another kind of file, and where only spelling and order differ
 *
 * @example
 * describeFile('overview.json', before, after) // ['panel "Queue": range 5m to 10m']
 */
export function describeFile(path: string, before: string, after: string): readonly string[] {
  const { changes } = review(sideOf(path, before), sideOf(path, after));
  return changes
    .filter((change) => isOfContent(change.dashboard, change.rule, change.kind))
    .map(describe);
}

function isOfContent(
  dashboard: string | undefined,
  rule: string | undefined,
  kind: string,
): boolean {
  return dashboard !== undefined || rule !== undefined || kind.startsWith('group-');
}

function sideOf(path: string, text: string): Side {
  return { files: [{ path, text }], envOf: () => OPEN_ENV };
}

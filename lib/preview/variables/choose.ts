import type { ReadVariable } from '../dashboard/index.ts';
import type { Option } from './apply-regex.ts';

/** Grafana's word for all that can be chosen. */
export const ALL = '$__all';

/**
 * What is chosen of a variable.
 *
 * @param asked values that somebody chose, also such as are not offered; absent: those that the dashboard was saved with,
 *   as far as they are still offered, else All or the first
 */
export function choose(
  { multi, includeAll, current }: Pick<ReadVariable, 'multi' | 'includeAll' | 'current'>,
  options: readonly Option[],
  asked: readonly string[] | undefined,
): readonly string[] {
  const saved = [current?.value ?? []].flat();
  const wanted = asked ?? saved;
  if (includeAll && wanted.includes(ALL)) return [ALL];
  const offered = new Set(options.map(({ value }) => value));
  const valid = asked ?? saved.filter((value) => offered.has(value));
  if (valid.length > 0) return multi ? valid : valid.slice(0, 1);
  if (includeAll) return [ALL];
  return options.slice(0, 1).map(({ value }) => value);
}

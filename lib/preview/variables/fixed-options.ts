import { Duration } from '../../catalog/index.ts';
import { grafanaDuration } from '../../model/index.ts';
import { roundInterval } from '../../prove/index.ts';
import type { ContentDatasource } from '../content/index.ts';
import type { ReadVariable } from '../dashboard/index.ts';
import type { TimeSpan } from '../protocol.ts';
import { applyRegex, type Option } from './apply-regex.ts';

/** `a, b : 2, c\,d` of a custom variable: three, the second shown as `b`. */
export function customOptions({ query, options }: ReadVariable): readonly Option[] {
  if (typeof query !== 'string' || query.trim() === '') {
    return options.filter(({ value }) => value !== '$__all');
  }
  const parts = query.match(/(?:\\,|[^,])+/g) ?? [];
  return parts.map((part) => {
    const plain = part.replaceAll('\\,', ',').trim();
    const [, text = plain, value = plain] = /^(.+?)\s+:\s+(.+)$/s.exec(plain) ?? [];
    return { text, value };
  });
}

/** What stands for an interval that is computed of the time shown. */
export const AUTO = '$__auto';

/** `1m,10m,1h`, and `auto` where it is offered. */
export function intervalOptions({ query, auto }: ReadVariable): readonly Option[] {
  const listed = typeof query === 'string' ? query.split(',') : [];
  const fixed = listed
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((part) => part !== '')
    .map((part) => ({ text: part, value: part }));
  return auto ? [{ text: 'auto', value: AUTO }, ...fixed] : fixed;
}

/** The interval that `auto` means in a span of time. */
export function autoInterval(
  { auto_count, auto_min }: Pick<ReadVariable, 'auto_count' | 'auto_min'>,
  { from, to }: TimeSpan,
): string {
  const least = Duration.parse(auto_min)?.milliseconds ?? 10_000;
  const rounded = roundInterval((to - from) / Math.max(1, auto_count));
  return grafanaDuration(Duration.milliseconds(Math.max(least, rounded)));
}

/** The datasources of a type, by their names. */
export function datasourceOptions(
  { query, regex }: ReadVariable,
  datasources: readonly ContentDatasource[],
): readonly Option[] {
  return datasources
    .filter(({ type, name }) => type === query && applyRegex([name], regex).length > 0)
    .map(({ name, uid }) => ({ text: name, value: uid }));
}

import { isRaw, listOf, type Raw, rawOf, textOf } from '../raw.ts';
import type { Observations } from './observations.ts';

/**
 * Reads what Prometheus's API returns: `/api/v1/metadata`, `/api/v1/series`, or the names that
 * `/api/v1/label/__name__/values` lists.
 *
 * @returns whether it is one of them
 */
export function readApiJson(value: unknown, into: Observations): boolean {
  const data = isRaw(value) && 'data' in value ? value.data : value;
  if (isRaw(data)) return readMetadata(data, into);
  if (!Array.isArray(data)) return false;
  for (const item of data) {
    if (typeof item === 'string') into.addName(item);
    else if (!readSeries(rawOf(item), into)) return false;
  }
  return true;
}

function readMetadata(data: Raw, into: Observations): boolean {
  return Object.entries(data).every(([name, targets]) => {
    const types = new Set(listOf(targets).map((target) => textOf(rawOf(target).type)));
    const { help, unit } = rawOf(listOf(targets)[0]);
    // Targets that disagree say nothing.
    const [type = 'unknown'] = types.size === 1 ? [...types] : [];
    into.addFamily(name, { type, help: textOf(help) ?? '', unit: textOf(unit) ?? '' });
    return types.size > 0;
  });
}

function readSeries({ __name__: name, ...labels }: Raw, into: Observations): boolean {
  if (typeof name !== 'string') return false;
  const texts = Object.entries(labels).map(([label, value]) => [label, String(value)] as const);
  into.addSeries(name, new Map(texts));
  return true;
}

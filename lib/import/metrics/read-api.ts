import type { Seen } from './seen.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads what Prometheus's API returns: `/api/v1/metadata`, `/api/v1/targets/metadata`, `/api/v1/series`, or the names
 * that `/api/v1/label/__name__/values` lists.
 *
 * @returns whether it is one of them
 */
export function readApi(value: unknown, into: Seen): boolean {
  const data = isObject(value) && 'data' in value ? value.data : value;
  if (isObject(data))
    return Object.entries(data).every(([name, said]) => metadata(name, said, into));
  if (!Array.isArray(data)) return false;
  return data.every((item) => listed(item, into));
}

function metadata(name: string, said: unknown, into: Seen): boolean {
  if (!Array.isArray(said) || said.length === 0) return false;
  const targets = said.filter(isObject).filter((each) => typeof each.type === 'string');
  if (targets.length < said.length) return false;
  const types = new Set(targets.map(({ type }) => textOf(type)));
  const [first] = targets;
  // Targets that disagree say nothing.
  const [type = 'unknown'] = types.size === 1 ? [...types] : [];
  into.addFamily(name, { type, help: textOf(first?.help), unit: textOf(first?.unit) });
  return true;
}

function listed(item: unknown, into: Seen): boolean {
  if (typeof item === 'string') {
    into.addName(item);
    return true;
  }
  if (!isObject(item)) return false;
  const { __name__: name, metric, type, help, unit } = item;
  if (typeof metric === 'string' && typeof type === 'string') {
    into.addFamily(metric, { type, help: textOf(help), unit: textOf(unit) });
    return true;
  }
  if (typeof name !== 'string') return false;
  const labels = Object.entries(item).filter(([label]) => label !== '__name__');
  into.addSeries(
    name,
    labels.map(([label, text]) => [label, String(text)] as const),
  );
  return true;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

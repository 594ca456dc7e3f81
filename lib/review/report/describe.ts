import type { Change } from '../change.ts';

/**
 * A change in one line, as a person would say it, without the dashboard or file it is in.
 *
 * @example
 * describe(change) // 'panel "Queue", query B: range 5m to 10m'
 */
export function describe({ path, message, dashboard, kind }: Change): string {
  const isInDashboard = dashboard !== undefined && !/^dashboard-(?:added|removed)$/.test(kind);
  const place = isInDashboard ? path.slice(1) : path;
  return place.length === 0 ? message : `${place.join(', ')}: ${message}`;
}

/** Whether something came, went or is another. */
export function signOf({ kind }: Pick<Change, 'kind'>): '+' | '-' | '~' {
  if (/-(?:added|copied)$/.test(kind)) return '+';
  return kind.endsWith('-removed') ? '-' : '~';
}

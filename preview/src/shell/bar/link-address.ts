import type { LinkJson } from '../../dashboard/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';

/**
 * Where a link of a dashboard or panel leads, with the time range and the variables that it takes along.
 *
 * @param url with its variables filled in
 */
export function linkAddress(
  url: string,
  { keepTime, includeVars }: Pick<LinkJson, 'keepTime' | 'includeVars'>,
  { view }: Pick<DashboardContext, 'view'>,
): string {
  const query = new URLSearchParams();
  if (keepTime) {
    query.set('from', view.from);
    query.set('to', view.to);
  }
  if (includeVars) {
    for (const [name, values] of Object.entries(view.chosen)) {
      for (const value of values) query.append(`var-${name}`, value);
    }
  }
  if (query.size === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

import type { Alertmanager, RootRoute, Route } from '../../catalog/index.ts';
import { toMatchers } from '../../promql/index.ts';
import { matcherTakes } from './matcher.ts';

/**
 * The receivers that an alert with these labels reaches, as Alertmanager finds them: the first route that takes it, and
 * the ones after it while a route says `continue`.
 *
 * @example
 * receiversOf({ severity: 'critical' }, alertmanager) // ['pagerduty', 'email']
 */
export function receiversOf(
  labels: Readonly<Record<string, string>>,
  { route }: Alertmanager,
): readonly string[] {
  return [...new Set(takersOf(route, route.receiver, labels))];
}

function takersOf(
  { routes = [] }: RootRoute | Route,
  receiver: string,
  labels: Readonly<Record<string, string>>,
): readonly string[] {
  const found: string[] = [];
  for (const route of routes) {
    const taken = toMatchers(route.match).every((matcher) =>
      matcherTakes(matcher, labels[matcher.label] ?? ''),
    );
    if (!taken) continue;
    found.push(...takersOf(route, route.receiver ?? receiver, labels));
    if (!route.continue) break;
  }
  return found.length === 0 ? [receiver] : found;
}

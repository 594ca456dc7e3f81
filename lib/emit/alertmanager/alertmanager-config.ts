import type {
  Alertmanager,
  AlertMatch,
  InhibitRule,
  RootRoute,
  Route,
} from '../../catalog/index.ts';
import { type Matcher, toMatchers } from '../../promql/index.ts';
import { receiverConfig } from './channels.ts';

/** The content of Alertmanager's configuration, with variables still as `${NAME}`. */
export function alertmanagerConfig({ route, inhibit, receivers, templates }: Alertmanager): object {
  return {
    route: routeConfig(route),
    inhibit_rules: inhibit?.map(inhibitConfig),
    receivers: Object.entries(receivers).map(([name, receiver]) => receiverConfig(name, receiver)),
    templates: templates === undefined ? undefined : ['templates/*.tmpl'],
  };
}

function routeConfig(route: RootRoute | Route): object {
  return {
    receiver: route.receiver,
    matchers: 'match' in route ? matchers(route.match) : undefined,
    group_by: route.groupBy,
    group_wait: route.groupWait,
    group_interval: route.groupInterval,
    repeat_interval: route.repeatInterval,
    continue: 'continue' in route ? route.continue : undefined,
    routes: route.routes?.map(routeConfig),
  };
}

function inhibitConfig({ source, target, equal }: InhibitRule): object {
  return { source_matchers: matchers(source), target_matchers: matchers(target), equal };
}

function matchers(match: AlertMatch): readonly string[] {
  return toMatchers(match).map(matcherText);
}

/** As PromQL writes it, and with the same escapes. */
function matcherText({ label, op, value }: Matcher): string {
  return `${label}${op}"${value.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}

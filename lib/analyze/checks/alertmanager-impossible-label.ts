import type { Alertmanager, AlertMatch, RootRoute, Route } from '../../catalog/index.ts';
import { toMatchers } from '../../promql/index.ts';
import { alertLabels, takes, type ValuesOf } from '../alert-labels.ts';
import { defineCheck } from '../define-check.ts';
import { inStack } from '../in-stack.ts';

export default defineCheck({
  code: 'alertmanager/impossible-label',
  severity: 'warning',
  docs: {
    summary: 'Disallow routes, groups and inhibitions by labels that no alert carries',
    why: 'The route takes nothing, the group holds everything, and the inhibition silences alerts that have nothing to do with each other.',
    bad: `({
      stack: defineStack({
        name: 'shop',
        title: 'Shop',
        prometheus: { version: '3.2.1' },
        jobs: {},
        datasources: [],
        grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
        alertmanager: {
          version: '0.27.0',
          receivers: {},
          route: { receiver: 'all', groupBy: ['que'] },
        },
      }),
      groups: [ruleGroup('shop', [alert({ name: 'Backlog', expr: m.queue_depth.gt(9), severity: 'warning' })])],
    })`,
    good: `({
      stack: defineStack({
        name: 'shop',
        title: 'Shop',
        prometheus: { version: '3.2.1' },
        jobs: {},
        datasources: [],
        grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
        alertmanager: {
          version: '0.27.0',
          receivers: {},
          route: { receiver: 'all', groupBy: ['queue'] },
        },
      }),
      groups: [ruleGroup('shop', [alert({ name: 'Backlog', expr: m.queue_depth.gt(9), severity: 'warning' })])],
    })`,
  },
  run({ system, loaded, env }, report) {
    const { alertmanager } = system.stack;
    // Of a system's alerts these are only some.
    if (system.foreign !== undefined) return;
    // The stack is the same for all files: it is looked at with the first group.
    if (alertmanager === undefined || loaded !== system.groups[0]) return;
    const alerts = alertLabels(system, env);
    if (alerts.length === 0) return;
    for (const { label, what, keys } of usesOf(alertmanager)) {
      if (alerts.some((valuesOf) => mayHave(valuesOf, label))) continue;
      report({
        message: `${what} needs \`${label}\`, which no alert of this system carries`,
        where: inStack(system, ['alertmanager', ...keys]),
      });
    }
  },
});

/** A place of the configuration that needs a label. */
interface LabelUse {
  readonly label: string;
  readonly what: string;
  readonly keys: readonly string[];
}

function mayHave(valuesOf: ValuesOf, label: string): boolean {
  const values = valuesOf(label);
  return values === undefined || values.some((value) => value !== '');
}

function usesOf({ route, inhibit = [] }: Alertmanager): LabelUse[] {
  return [
    ...usesOfRoute(route, ['route']),
    ...inhibit.flatMap(({ source, target, equal = [] }, index) => {
      const keys = ['inhibit', String(index)];
      return [
        ...needed(source, 'the source of an inhibition', keys),
        ...needed(target, 'the target of an inhibition', keys),
        ...equal.map((label) => ({ label, what: '`equal` of an inhibition', keys })),
      ];
    }),
  ];
}

function usesOfRoute(route: RootRoute | Route, keys: readonly string[]): LabelUse[] {
  const groups = (route.groupBy ?? []).filter((label) => label !== '...');
  return [
    ...('match' in route ? needed(route.match, 'a route', keys) : []),
    ...groups.map((label) => ({ label, what: '`groupBy`', keys })),
    ...(route.routes ?? []).flatMap((below, index) =>
      usesOfRoute(below, [...keys, 'routes', String(index)]),
    ),
  ];
}

/** Labels that a match needs to be there, with any value: which severities there are changes with the alerts. */
function needed(match: AlertMatch, what: string, keys: readonly string[]): LabelUse[] {
  return toMatchers(match)
    .filter((matcher) => !takes(matcher, ''))
    .map(({ label }) => ({ label, what, keys }));
}

import { type Alertmanager, type AlertMatch, environmentIn } from '../../catalog/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { type Alert, type System, whereIn } from '../../model/index.ts';
import { type Env, envOf, infer, inferRecorded, labelOf, toMatchers } from '../../promql/index.ts';
import { type RuleContext, ruleContext, ruleLabels } from '../alert-rule.ts';
import { alertsOf, type Placed, recordingsOf } from '../system-rules.ts';
import { matcherTakes } from './matcher.ts';

/** Alerts that no route was written for, so that they end where everything else does. */
export function routeProblems(system: System, { route }: Alertmanager): readonly Diagnostic[] {
  const { routes = [] } = route;
  if (routes.length === 0) return [];
  const recorded = recordingsOf(system).map(({ rule }) => rule);
  const env = inferRecorded(recorded, envOf(system.metrics));
  const context = ruleContext(system);
  return alertsOf(system)
    .filter(({ rule }) => {
      const valuesOf = labelsOf(rule, context, env);
      return routes.every(({ match }) => neverTakes(match, valuesOf));
    })
    .map((alert) => unrouted(alert, route.receiver));
}

/** All values that a label can have, the empty one included; `undefined`: not known. */
type ValuesOf = (label: string) => readonly string[] | undefined;

function labelsOf(alert: Alert, context: RuleContext, env: Env): ValuesOf {
  const own: Readonly<Record<string, string>> = {
    ...ruleLabels(alert, context),
    alertname: alert.name,
  };
  const external = context.stack.prometheus.externalLabels ?? {};
  const series = infer(alert.node, env);
  return (label) => {
    const fixed = own[label] ?? external[label];
    if (fixed !== undefined) return environmentIn(fixed).length === 0 ? [fixed] : undefined;
    const { presence, values } = labelOf(series, label);
    if (presence === 'impossible') return [''];
    return values && (presence === 'guaranteed' ? values : [...values, '']);
  };
}

/** Whether no series with such labels matches. */
function neverTakes(match: AlertMatch, valuesOf: ValuesOf): boolean {
  return toMatchers(match).some((matcher) => {
    const values = valuesOf(matcher.label);
    return values !== undefined && !values.some((value) => matcherTakes(matcher, value));
  });
}

function unrouted({ rule, group }: Placed<Alert>, receiver: string): Diagnostic {
  const { name, severity } = rule;
  return {
    code: 'alertmanager/unrouted-severity',
    severity: 'warning',
    message: `no route takes \`${name}\` of severity \`${severity}\`, so that only the last resort \`${receiver}\` is told`,
    hint: `add a route: { match: { severity: '${severity}' }, receiver: '${receiver}' }`,
    where: whereIn(group, rule.site, [`alert ${name}`]),
  };
}

import { environmentIn } from '../catalog/index.ts';
import type { Alert, System } from '../model/index.ts';
import { type Env, infer, labelOf, type Matcher, regexMatches } from '../promql/index.ts';

/** All values that a label of an alert can have where it is routed, the empty one included; `undefined`: not known. */
export type ValuesOf = (label: string) => readonly string[] | undefined;

/** The labels of every alert of a system, those of its rule and of its Prometheus included. */
export function alertLabels({ groups, stack }: System, env: Env): readonly ValuesOf[] {
  const rules = groups.flatMap(({ value }) => value.rules);
  return rules.flatMap((rule) => (rule.kind === 'alert' ? [labelsOf(rule, stack, env)] : []));
}

function labelsOf(alert: Alert, { name, prometheus }: System['stack'], env: Env): ValuesOf {
  const fixed: Readonly<Record<string, string>> = {
    ...prometheus.externalLabels,
    severity: alert.severity,
    system: name,
    ...alert.labels,
    alertname: alert.name,
  };
  const series = infer(alert.node, env);
  return (label) => {
    const value = fixed[label];
    if (value !== undefined) {
      return environmentIn(value).length > 0 || value.includes('{{') ? undefined : [value];
    }
    const { presence, values } = labelOf(series, label);
    if (presence === 'impossible') return [''];
    return values && (presence === 'guaranteed' ? values : [...values, '']);
  };
}

/** Whether a label with this value matches; a label that is not there has the empty one. */
export function takes(
  { op, value: wanted }: Pick<Matcher, 'op' | 'value'>,
  value: string,
): boolean {
  const isEqual = op === '=' || op === '!=' ? value === wanted : regexMatches(wanted, value);
  return isEqual === (op === '=' || op === '=~');
}

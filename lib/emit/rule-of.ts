import type { Alert, RecordingRule } from '../model/index.ts';
import { print } from '../promql/index.ts';
import { ruleAnnotations, type RuleContext, ruleLabels } from './alert-rule.ts';

/** A rule as it stands in a rule file. */
export function ruleOf(rule: Alert | RecordingRule, context: RuleContext): object {
  return rule.kind === 'alert' ? alertingRule(rule, context) : recordingRule(rule);
}

function alertingRule(alert: Alert, context: RuleContext) {
  return {
    alert: alert.name,
    expr: print(alert.node),
    for: alert.for?.toString(),
    keep_firing_for: alert.keepFiringFor?.toString(),
    labels: orAbsent(ruleLabels(alert, context)),
    annotations: orAbsent(
      ruleAnnotations(alert, context, { summary: alert.summary, description: alert.description }),
    ),
  };
}

function recordingRule({ name, node, labels }: RecordingRule) {
  return {
    record: name,
    expr: print(node),
    labels: orAbsent(labels),
  };
}

function orAbsent(texts: Readonly<Record<string, string>>) {
  return Object.keys(texts).length === 0 ? undefined : texts;
}

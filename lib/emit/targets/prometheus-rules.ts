import type { Alert, Loaded, RecordingRule, RuleGroup, System } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { ruleAnnotations, type RuleContext, ruleContext, ruleLabels } from '../alert-rule.ts';
import { generatedFrom } from '../generated.ts';
import { ruleFileOf } from '../rule-files.ts';
import { ruleProblems } from '../rule-problems.ts';
import type { Artifact, Target } from '../target.ts';
import { toYaml } from '../yaml.ts';

/** The rule files that Prometheus evaluates. */
export default {
  name: 'prometheus-rules',
  emit(system) {
    return { value: ruleFiles(system), diagnostics: ruleProblems(system) };
  },
} satisfies Target;

/** Several groups share a file where the stack's `rulesFile` has no `{group}`. */
function ruleFiles(system: System): readonly Artifact[] {
  const context = ruleContext(system);
  const byFile = new Map<string, Loaded<RuleGroup>[]>();
  for (const group of system.groups) {
    const path = ruleFileOf(group.value, system.stack);
    byFile.set(path, [...(byFile.get(path) ?? []), group]);
  }
  return [...byFile].map(([path, groups]) => ({
    path,
    text: toYaml(generatedFrom(sourceOf(groups, system)), {
      groups: groups.map(({ value }) => groupOf(value, context)),
    }),
  }));
}

function sourceOf(groups: readonly Loaded<RuleGroup>[], system: System): string {
  const [first, ...more] = groups.map(({ file }) => file);
  return first === undefined || more.length > 0 ? `alerts/${system.name}/` : first;
}

function groupOf({ name, interval, rules }: RuleGroup, context: RuleContext) {
  return {
    name,
    interval: interval?.toString(),
    rules: rules.map((rule) =>
      rule.kind === 'alert' ? alertingRule(rule, context) : recordingRule(rule),
    ),
  };
}

function alertingRule(alert: Alert, context: RuleContext) {
  return {
    alert: alert.name,
    expr: print(alert.node),
    for: alert.for?.toString(),
    keep_firing_for: alert.keepFiringFor?.toString(),
    labels: ruleLabels(alert, context),
    annotations: ruleAnnotations(alert, context, {
      summary: alert.summary,
      description: alert.description,
    }),
  };
}

function recordingRule({ name, node, labels }: RecordingRule) {
  return {
    record: name,
    expr: print(node),
    labels: Object.keys(labels).length === 0 ? undefined : labels,
  };
}

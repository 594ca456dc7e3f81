import type { Loaded, RuleGroup, System } from '../../model/index.ts';
import { type RuleContext, ruleContext } from '../alert-rule.ts';
import { generatedFrom } from '../generated.ts';
import { ruleFileOf } from '../rule-files.ts';
import { ruleOf } from '../rule-of.ts';
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

function groupOf(group: RuleGroup, context: RuleContext) {
  const { name, interval, queryOffset, limit, labels, rules } = group;
  return {
    name,
    interval: interval?.toString(),
    query_offset: queryOffset?.toString(),
    limit,
    labels,
    rules: rules.map((rule) => ruleOf(rule, context)),
  };
}

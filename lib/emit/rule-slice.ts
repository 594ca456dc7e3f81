import type { Alert, RecordingRule } from '../model/index.ts';
import type { RuleContext } from './alert-rule.ts';
import { ruleOf } from './rule-of.ts';

/**
 * A rule file with only these rules, each in a group of its own, so that they are evaluated in this order. Written as
 * JSON, which is YAML: it is read by promtool alone.
 *
 * @returns the text, and the groups for `group_eval_order`
 */
export function ruleSlice(
  rules: readonly (Alert | RecordingRule)[],
  context: RuleContext,
): { readonly text: string; readonly groups: readonly string[] } {
  const groups = rules.map((rule, index) => ({
    name: `${index}`,
    rules: [ruleOf(rule, context)],
  }));
  return { text: JSON.stringify({ groups }), groups: groups.map(({ name }) => name) };
}

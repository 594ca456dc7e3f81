import type { Where } from '../diagnostics/index.ts';
import { type Alert, type RecordingRule, type RuleGroup, whereIn } from '../model/index.ts';
import type { Analysis, AnalyzedExpression } from './analysis.ts';

/** A rule with what is known about its expression. */
export interface AnalyzedRule<R extends Alert | RecordingRule = Alert | RecordingRule> {
  readonly rule: R;
  readonly group: RuleGroup;
  readonly expression: AnalyzedExpression;
  /** Of the rule, not of its expression. */
  readonly where: Where;
}

/** All rules of a file, in order. */
export function* rulesOf({ loaded, expressions }: Analysis): Generator<AnalyzedRule> {
  const { value: group } = loaded;
  if (group.kind !== 'group') return;
  for (const [index, rule] of group.rules.entries()) {
    const expression = expressions[index];
    if (expression === undefined) return;
    yield { rule, group, expression, where: whereIn(loaded, rule.site, expression.path) };
  }
}

export function* alertsOf(analysis: Analysis): Generator<AnalyzedRule<Alert>> {
  for (const { rule, ...rest } of rulesOf(analysis)) {
    if (rule.kind === 'alert') yield { rule, ...rest };
  }
}

import type { Where } from '../diagnostics/index.ts';
import { type Alert, type RecordingRule, type RuleGroup, whereIn } from '../model/index.ts';
import type { Analysis, AnalyzedExpression } from './analysis.ts';
import { once } from './once.ts';

/** A rule with what is known about its expression. */
export interface AnalyzedRule<R extends Alert | RecordingRule = Alert | RecordingRule> {
  readonly rule: R;
  readonly group: RuleGroup;
  readonly expression: AnalyzedExpression;
  /** Of the rule, not of its expression. */
  readonly where: Where;
}

/** All rules of a file, in order. */
export const rulesOf = once(({ loaded, expressions }: Analysis): readonly AnalyzedRule[] => {
  const { value: group } = loaded;
  if (group.kind !== 'group') return [];
  return group.rules.flatMap((rule, index): AnalyzedRule[] => {
    const expression = expressions[index];
    if (expression === undefined) return [];
    const placed = {
      rule,
      group,
      expression,
      // Most places are never asked for.
      get where() {
        return whereIn(loaded, rule.site, expression.path);
      },
    };
    return [placed];
  });
});

export const alertsOf = once((analysis: Analysis): readonly AnalyzedRule<Alert>[] =>
  rulesOf(analysis).filter((each): each is AnalyzedRule<Alert> => each.rule.kind === 'alert'),
);

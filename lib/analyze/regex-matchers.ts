import { type Matcher, type Selector, variablesIn } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';
import { once } from './once.ts';

/** A matcher with a regular expression that is known before Grafana fills in its variables. */
export interface RegexMatcher {
  readonly selector: Selector;
  readonly matcher: Matcher;
  /** `=` or `!=`, as it would be without a regular expression. */
  readonly plain: '=' | '!=';
}

/** Of one expression, in order. */
export const regexMatchersOf = once((expression: AnalyzedExpression): readonly RegexMatcher[] =>
  expression.nodesOf('selector').flatMap((selector) =>
    selector.matchers.flatMap((matcher): RegexMatcher[] => {
      const { op, value } = matcher;
      if ((op !== '=~' && op !== '!~') || variablesIn(value).length > 0) return [];
      return [{ selector, matcher, plain: op === '=~' ? '=' : '!=' }];
    }),
  ),
);

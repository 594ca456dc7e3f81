import type { Diagnostic } from '../diagnostics/index.ts';
import { type Matcher, type MatcherParts, matcherParts } from '../promql/index.ts';
import type { AnalyzedExpression, TextChange } from './analysis.ts';

/** A fix that changes parts of a matcher; none where the expression was built. */
export function fixMatcher(
  expression: AnalyzedExpression,
  matcher: Matcher,
  change: (parts: MatcherParts, text: string) => readonly TextChange[],
): Pick<Diagnostic, 'fix'> {
  const { text } = expression;
  const parts = text === undefined ? undefined : matcherParts(text, matcher);
  return text === undefined || parts === undefined ? {} : expression.fix(change(parts, text));
}

import { type Expr, type Matcher, type Selector, variablesIn, walk } from '../promql/index.ts';

/** A matcher with a regular expression that is known before Grafana fills in its variables. */
export interface RegexMatcher {
  readonly selector: Selector;
  readonly matcher: Matcher;
  /** `=` or `!=`, as it would be without a regular expression. */
  readonly plain: '=' | '!=';
}

export function* regexMatchersOf(expr: Expr): Generator<RegexMatcher, void, undefined> {
  for (const selector of walk(expr)) {
    if (selector.kind !== 'selector') continue;
    for (const matcher of selector.matchers) {
      const { op, value } = matcher;
      if ((op !== '=~' && op !== '!~') || variablesIn(value).length > 0) continue;
      yield { selector, matcher, plain: op === '=~' ? '=' : '!=' };
    }
  }
}

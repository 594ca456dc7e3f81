import type { Matcher, Selector } from './ast.ts';
import { describe } from './describe.ts';
import { type PromqlError, promqlError } from './promql-error.ts';
import { regexMatches } from './re2.ts';
import { templateProblem } from './template-regex.ts';
import { variablesIn } from './variables.ts';

/** The name is given once, something has to match, and every regular expression is one. */
export function checkSelector(selector: Selector, variables: boolean): readonly PromqlError[] {
  const problems = checkMatchers(selector, variables);
  if (problems.length > 0) return problems;
  if (selector.name !== undefined) return [];
  if (selector.matchers.some((matcher) => !matchesEmpty(matcher, variables))) return [];
  const message = `${describe(selector)} matches every series, one matcher must exclude the empty value`;
  return [promqlError(message, selector.span, 'name the metric, or match `.+` instead of `.*`')];
}

/** What has to hold for the label selector of `info()` as well. */
export function checkMatchers(selector: Selector, variables: boolean): readonly PromqlError[] {
  return selector.matchers.flatMap((matcher) => checkRegex(matcher, variables));
}

function checkRegex(
  { label, op, value, span }: Matcher,
  variables: boolean,
): readonly PromqlError[] {
  if (op !== '=~' && op !== '!~') return [];
  const problem = templateProblem(value, variables);
  if (problem === undefined) return [];
  const hint = /\(\?<?[=!]/.test(value)
    ? 'RE2 looks neither ahead nor behind: add a matcher with `!~`'
    : undefined;
  const message = `\`${value}\` of \`${label}\` is not a regular expression: ${problem}`;
  return [promqlError(message, span, hint)];
}

/** Whether the matcher takes a series without the label. A variable is expected to hold a value. */
function matchesEmpty({ op, value }: Matcher, variables: boolean): boolean {
  if (variables && variablesIn(value).length > 0) return false;
  switch (op) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    case '=~':
      return regexMatches(value, '');
    case '!~':
      return !regexMatches(value, '');
  }
}

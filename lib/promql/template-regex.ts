import { regexProblem } from './re2.ts';
import { replaceVariables, variablesIn } from './variables.ts';

/**
 * What is wrong with a regular expression that may hold Grafana variables, whatever they stand for. A variable is replaced
 * by a letter and, where that cannot stand, by a sign that sorts before the letters: `[a-$x]` and `[$x-z]` are both fine.
 *
 * @param variables `false` in a rule, where `$x` is text
 */
export function templateProblem(pattern: string, variables: boolean): string | undefined {
  if (!variables || variablesIn(pattern).length === 0) return regexProblem(pattern);
  const problem = regexProblem(replaceVariables(pattern, '!'));
  return problem && regexProblem(replaceVariables(pattern, 'z'));
}

import type { HouseSettings } from '../model/index.ts';
import { regexMatches } from '../promql/index.ts';

/** What is wrong with named texts under a rule of the house, as the end of a sentence; `undefined`: nothing. */
export function textProblem(
  { name, matches, optional = false }: HouseSettings<'house/annotation'>,
  texts: Readonly<Record<string, string>>,
): string | undefined {
  const named = Object.entries(texts).filter(([each]) => regexMatches(name, each));
  if (named.length === 0) return optional ? undefined : `has no \`${name}\``;
  const wrong = named.find(([, text]) => matches !== undefined && !regexMatches(matches, text));
  return wrong && `has the ${wrong[0]} \`${wrong[1]}\`, which is no \`${matches}\``;
}

import type { ValuesVariable } from '../model/index.ts';
import type { Analysis, AnalyzedExpression } from './analysis.ts';

/** A variable of a dashboard with what is known about its query. */
export interface AnalyzedVariable {
  readonly variable: ValuesVariable;
  readonly expression: AnalyzedExpression;
}

/** The variables of a file that have a query, in order. */
export function queryVariablesOf({ loaded, expressions }: Analysis): AnalyzedVariable[] {
  if (loaded.value.kind !== 'dashboard') return [];
  const asked = expressions.filter(({ use }) => use === 'variable');
  const variables = loaded.value.variables.filter((variable) => variable.type === 'query');
  return variables.flatMap((variable, index) => {
    const expression = asked[index];
    return expression === undefined ? [] : [{ variable, expression }];
  });
}

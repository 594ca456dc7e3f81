import type { Call } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';

/** All calls of one function in an expression. */
export function callsOf(expression: AnalyzedExpression, func: string): readonly Call[] {
  return expression.nodesOf('call').filter((call) => call.func === func);
}

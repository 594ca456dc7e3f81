import type { Diagnostic } from '../diagnostics/index.ts';
import { type Matrix, rangePart } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';

/** A fix that makes `$__rate_interval` of the windows of an expression; none where one of them was built. */
export function fixWindow(
  expression: AnalyzedExpression,
  windows: readonly Matrix[],
): Pick<Diagnostic, 'fix'> {
  const { text } = expression;
  // The steps of a subquery are not those of the graph.
  if (text === undefined || expression.nodesOf('subquery').length > 0) return {};
  const changes = windows.flatMap((window) => {
    const span = rangePart(text, window);
    return span === undefined ? [] : [{ span, text: '$__rate_interval' }];
  });
  return changes.length < windows.length ? {} : expression.fix(changes);
}

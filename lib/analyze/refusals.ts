import { checkTypes, parse, print, type PromqlError, runtimeErrors } from '../promql/index.ts';
import type { AnalyzedExpression } from './analysis.ts';
import type { Finding } from './define-check.ts';
import { once } from './once.ts';

/** What Prometheus refuses in an expression: when it reads it, or whenever it evaluates it. */
export const refusalsOf = once((expression: AnalyzedExpression): readonly Refusal[] => {
  const { node, use } = expression;
  const options = { variables: use !== 'alert' && use !== 'record' };
  if (checkTypes(node, options).length === 0 && runtimeErrors(node, options).length === 0)
    return [];
  // A tree that was built has no positions: its text has.
  const text = expression.text ?? print(node);
  const { expr, errors } = parse(text);
  const later = expr === undefined ? [] : runtimeErrors(expr, options);
  return [...errors, ...later].map((error) => ({
    aboutRegex: isAboutRegex(error),
    finding: {
      message: error.message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      where: { ...expression.where(), source: { text, span: error.span } },
    },
  }));
});

export interface Refusal {
  readonly aboutRegex: boolean;
  readonly finding: Finding;
}

function isAboutRegex({ message }: PromqlError): boolean {
  return message.includes('is not a regular expression');
}

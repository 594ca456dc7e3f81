import type { Diagnostic, Result, Where } from '../../diagnostics/index.ts';
import { checkTypes, type Expr, parse } from '../../promql/index.ts';

/**
 * Reads an expression. What has a tree and only wrong types stays: the checks say what is wrong with it.
 *
 * @param variables whether Grafana fills in variables before Prometheus reads it: then a text that makes sense only with
 *   their values cannot be judged, and is passed over
 */
export function readExpression(
  text: string,
  where: (span: { readonly start: number; readonly end: number }) => Where,
  { variables }: { readonly variables: boolean },
): Result<Expr | undefined> {
  const { expr, errors } = parse(text);
  if (errors.length === 0) return { value: expr, diagnostics: [] };
  if (expr !== undefined && checkTypes(expr, { variables }).length === errors.length) {
    return { value: expr, diagnostics: [] };
  }
  if (variables && dependsOnVariables(text)) return { value: undefined, diagnostics: [] };
  const [first] = errors;
  if (first === undefined) return { value: undefined, diagnostics: [] };
  const { message, hint, span } = first;
  const found: Diagnostic = {
    code: 'promql/syntax',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    where: { ...where(span), source: { text, span } },
  };
  return { value: undefined, diagnostics: [found] };
}

/** Whether a variable stands where its value decides what the text means: not inside of a string, and not as a length. */
function dependsOnVariables(text: string): boolean {
  const rest = text.replace(STRING, '').replace(LENGTH, '');
  return /\$|\[\[/.test(rest);
}

const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const LENGTH = /\$(?:__(?:rate_interval|interval|range)\b|\{__(?:rate_interval|interval|range)\})/g;

import type { Call, Expr, StringLiteral } from './ast.ts';
import { type PromqlError, promqlError } from './promql-error.ts';
import { isUtf8 } from './string-literal.ts';
import { templateProblem } from './template-regex.ts';
import type { CheckOptions } from './value-types.ts';
import { walk } from './walk.ts';

/**
 * What Prometheus loads without a word and refuses at every evaluation: a regular expression of `label_replace()` that is
 * none, and a new label without a name.
 */
export function runtimeErrors(
  expr: Expr,
  { variables = true }: CheckOptions = {},
): readonly PromqlError[] {
  return walk(expr).flatMap((node) => {
    if (node.kind === 'aggregate' && node.op === 'count_values')
      return checkLabel(node.op, node.param);
    if (node.kind !== 'call') return [];
    if (node.func === 'label_join') return checkLabel('label_join()', node.args[1]);
    return node.func === 'label_replace' ? checkLabelReplace(node, variables) : [];
  });
}

function checkLabelReplace({ args }: Call, variables: boolean): readonly PromqlError[] {
  const pattern = args[4];
  const problem =
    pattern?.kind === 'string' ? templateProblem(pattern.value, variables) : undefined;
  const label = checkLabel('label_replace()', args[1]);
  if (problem === undefined || pattern?.kind !== 'string') return label;
  const message = `\`${pattern.value}\` of \`label_replace()\` is not a regular expression: ${problem}`;
  return [...label, promqlError(message, pattern.span)];
}

function checkLabel(of: string, label: Expr | undefined): readonly PromqlError[] {
  if (label?.kind !== 'string' || isLabel(label)) return [];
  return [promqlError(`\`${of}\` needs a name for its label`, label.span)];
}

function isLabel({ value }: StringLiteral): boolean {
  return value !== '' && isUtf8(value);
}

import { createColors } from 'picocolors';

import { markedLines } from './carets.ts';
import type { Diagnostic, Severity, SourceText, Where } from './diagnostic.ts';
import { sortDiagnostics } from './sort.ts';

/**
 * Findings for a person, sorted by place, a blank line between two.
 *
 * @param color whether the reader's terminal shows colours; decided by the command line, never here
 *
 * @example
 * error promql/unknown-label
 *   dashboards/shop/overview.ts:14 › dashboard shop-overview › panel "Queue" › query A
 *     sum by (pod) (queue_depth)
 *             ^^^
 *   `queue_depth` has no label `pod`
 *   hint: its labels are `instance`, `job`, `queue`
 */
export function renderText(diagnostics: readonly Diagnostic[], color: boolean): string {
  const colors = createColors(color);
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
  };
  const one = ({ code, severity, message, hint, where }: Diagnostic) => [
    `${colors.bold(paint[severity](severity))} ${code}`,
    `  ${colors.dim(place(where))}`,
    ...(where.source === undefined ? [] : source(where.source, paint[severity])),
    ...indent(message, '  '),
    ...(hint === undefined ? [] : indent(hint, `  ${colors.bold('hint:')} `, '        ')),
  ];
  return sortDiagnostics(diagnostics)
    .map((d) => `${one(d).join('\n')}\n`)
    .join('\n');
}

/** `file:line:column › outermost › … › innermost`, as far as it is known. */
function place({ file, line, column, path }: Where): string {
  const position = [file, line, line === undefined ? undefined : column];
  return [position.filter((part) => part !== undefined).join(':'), ...path].join(' › ');
}

function source(text: SourceText, paint: (text: string) => string): string[] {
  return markedLines(text).flatMap((line) => [`    ${line.text}`, `    ${paint(line.carets)}`]);
}

function indent(text: string, first: string, rest = first): string[] {
  return text.split('\n').map((line, i) => (i === 0 ? first : rest) + line);
}

import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import type { ForeignFile } from './foreign-site.ts';

/** A finding in a file of YAML or JSON, at a part of its text. */
export function problemAt(
  { file, lines }: ForeignFile,
  { start, end }: Span,
  path: readonly string[],
  finding: Omit<Diagnostic, 'where'>,
): Diagnostic {
  const [from, to] = [lines.at(start), lines.at(end)];
  const ends = from.line === to.line ? { endLine: to.line, endColumn: to.column } : {};
  return { ...finding, where: { file, ...from, ...ends, path } };
}

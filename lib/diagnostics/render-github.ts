import type { Diagnostic, Severity } from './diagnostic.ts';
import { sortDiagnostics } from './sort.ts';

/**
 * Findings as commands of a GitHub workflow, a line each: they become annotations in the diff of a pull request.
 *
 * @example
 * ::error file=dashboards/shop/overview.ts,line=14,col=7,title=promql/unknown-label::`queue_depth` has no label `pod`
 */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => `${command(diagnostic)}\n`)
    .join('');
}

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

function command({ code, severity, message, hint, where }: Diagnostic): string {
  const { file, line, column, endLine, endColumn, path } = where;
  const properties = { file, line, col: column, endLine, endColumn, title: code };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  const text = [
    ...(path.length === 0 ? [] : [path.join(' › ')]),
    message,
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ].join('\n');
  return `::${COMMAND[severity]} ${written}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

import type { Diagnostic, Edit, Severity, Where } from './diagnostic.ts';
import type { Documented } from './documented.ts';
import { sortDiagnostics } from './sort.ts';

/**
 * Findings as SARIF 2.1.0, which code scanning reads. Files are relative to `%SRCROOT%`.
 *
 * @param version of dashc
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  documented: Documented,
): string {
  const found = sortDiagnostics(diagnostics);
  const codes = [...new Set(found.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'dashc', version, rules: codes.map((code) => rule(code, documented)) },
        },
        columnKind: 'utf16CodeUnits',
        results: found.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

function rule(code: Diagnostic['code'], documented: Documented) {
  const docs = documented(code);
  if (docs === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: docs.summary },
    fullDescription: { text: docs.why },
    help: { text: `See ${docs.page}` },
  };
}

function result({ code, severity, message, hint, where, fix }: Diagnostic, ruleIndex: number) {
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: hint === undefined ? message : `${message}\nhint: ${hint}` },
    locations: [location(where)],
    ...(fix === undefined ? {} : { fixes: [change(where, fix)] }),
  };
}

function change({ file }: Where, fix: readonly Edit[]) {
  const replacements = fix.map(({ span: { start, end }, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  return { artifactChanges: [{ artifactLocation: artifact(file), replacements }] };
}

function artifact(file: string) {
  return { uri: encodeURI(file), uriBaseId: '%SRCROOT%' };
}

function location({ file, line, column, endLine, endColumn, path }: Where) {
  return {
    physicalLocation: {
      artifactLocation: artifact(file),
      ...(line === undefined
        ? {}
        : { region: { startLine: line, startColumn: column, endLine, endColumn } }),
    },
    ...(path.length === 0
      ? {}
      : { logicalLocations: [{ name: path.at(-1), fullyQualifiedName: path.join(' › ') }] }),
  };
}

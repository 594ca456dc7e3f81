import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { BugError, type Diagnostic, similar } from '../diagnostics/index.ts';
import { PromqlSyntaxError } from '../promql/index.ts';
import { ImportError } from './content-modules.ts';
import type { Place, SourcePlaces } from './source-places.ts';
import { SourceSyntaxError } from './transpile.ts';

/**
 * What a content file threw, as findings.
 *
 * @param file the file that was evaluated, relative to the root; named where the error does not know better
 * @throws BugError when that is what was thrown: not the author's mistake
 */
export function toDiagnostics(error: unknown, file: string, places: SourcePlaces): Diagnostic[] {
  if (error instanceof BugError) throw error;
  if (error instanceof ImportError) return [toImport(error, places)];
  if (error instanceof PromqlSyntaxError) return toPromql(error, file, places);
  if (error instanceof SourceSyntaxError) {
    const { line, column } = error;
    return [toSyntax(error.message, { file: places.relative(error.file), line, column }, places)];
  }
  const place = places.placeOfError(error);
  if (error instanceof SyntaxError && place !== undefined) {
    return [toSyntax(error.message, place, places)];
  }
  if (isSystemError(error)) return [toUnreadable(error, file)];
  return [toThrown(error, place, file, places)];
}

/** One finding for each mistake, with the expression under the line of its template. */
function toPromql(error: PromqlSyntaxError, file: string, places: SourcePlaces): Diagnostic[] {
  const { text, errors, site } = error;
  const place = site === undefined ? undefined : places.placeOf(site);
  return errors.map(({ message, hint, span }) => ({
    code: 'promql/syntax',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    where: { file, ...place, path: [], source: { text, span } },
  }));
}

function toSyntax(message: string, place: Place, places: SourcePlaces): Diagnostic {
  return {
    code: 'load/syntax',
    severity: 'error',
    message: `this is not TypeScript: ${message}`,
    hint: 'correct what stands at or right before the mark',
    where: whereOf(place, places),
  };
}

function toImport({ from, request }: ImportError, places: SourcePlaces): Diagnostic {
  const file = places.relative(from);
  const hint = hintOfImport(from, request);
  return {
    code: 'load/import',
    severity: 'error',
    message: `\`${request}\` does not exist`,
    hint,
    where: whereOf(placeOfText(from, file, request), places),
  };
}

function hintOfImport(from: string, request: string): string {
  if (!request.startsWith('.')) return `npm install ${request}`;
  const target = path.resolve(path.dirname(from), request);
  if (existsSync(`${target}.ts`)) return `import '${request}.ts'`;
  const folder = path.dirname(target);
  const siblings = existsSync(folder) ? readdirSync(folder).sort() : [];
  const name = path.basename(target);
  const near = similar(name, siblings);
  return near === undefined
    ? 'create the file, or correct the path'
    : `import '${request.slice(0, -name.length)}${near}'`;
}

/** Imports have no frame of their own: they are found by their text. */
function placeOfText(absolute: string, file: string, request: string): Place {
  const lines = readFileSync(absolute, 'utf8').split('\n');
  const index = lines.findIndex(
    (line) => line.includes(`'${request}'`) || line.includes(`"${request}"`),
  );
  if (index === -1) return { file, line: 1, column: 1 };
  return { file, line: index + 1, column: (lines[index]?.indexOf(request) ?? 0) + 1 };
}

function toUnreadable(error: NodeJS.ErrnoException, file: string): Diagnostic {
  return {
    code: 'load/unreadable',
    severity: 'error',
    message: `the file cannot be read (${error.code})`,
    hint: `chmod u+r ${file}`,
    where: { file, path: [] },
  };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function toThrown(
  error: unknown,
  place: Place | undefined,
  file: string,
  places: SourcePlaces,
): Diagnostic {
  const text = textOf(error);
  return {
    code: 'load/throws',
    severity: 'error',
    message: `the file throws ${text}`,
    hint: hintOfThrown(text),
    where: place === undefined ? { file, path: [] } : whereOf(place, places),
  };
}

/** As the author would say it: `(0 , _dashc.row)` is how the JavaScript calls an import. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return `\`${String(error)}\``;
  return `${error.name}: ${error.message.replace(/\(0 ?, _\w+\.(\w+)\)/g, '$1')}`;
}

function hintOfThrown(text: string): string {
  const reading = /Cannot read properties of \w+ \(reading '(.+)'\)$/.exec(text)?.[1];
  if (reading !== undefined)
    return `define what stands before \`.${reading}\`, or correct its name`;
  const unknown = /: (\S+) is not defined$/.exec(text)?.[1];
  if (unknown !== undefined) return `import \`${unknown}\`, or correct its name`;
  const uncallable = /: (\S+) is not a function$/.exec(text)?.[1];
  if (uncallable !== undefined)
    return `correct the name \`${uncallable}\`: nothing that can be called has it`;
  return 'correct or remove this line: the file has to reach its `export default`';
}

function whereOf(place: Place, places: SourcePlaces): Diagnostic['where'] {
  const source = places.excerpt(place);
  return { ...place, path: [], ...(source === undefined ? {} : { source }) };
}

import type { Options } from 'prettier';
import type * as morphModule from 'ts-morph';
import type { Project, StatementStructures } from 'ts-morph';

import { BugError } from '../../diagnostics/index.ts';
import { EXEMPTION } from './any-length.ts';
import { type Code, namesIn } from './code.ts';
import { printCode } from './print-code.ts';

/** A module that is to be written. */
export interface ModuleSpec {
  /** Lines of a comment at its top; one line each. */
  readonly comment?: readonly string[];
  /** It may be longer than the linter wants: one thing that cannot be parted. */
  readonly anyLength?: boolean;
  readonly statements: readonly Statement[];
  /** Where each name that the statements use and do not declare comes from: a module as it is imported. */
  readonly origins: ReadonlyMap<string, string>;
}

export type Statement =
  | {
      readonly kind: 'const';
      readonly name: string;
      readonly code: Code;
      readonly exported?: boolean;
      /** Its documentation, in one line. */
      readonly doc?: string;
    }
  | { readonly kind: 'default'; readonly code: Code };

export type Formatting = Pick<
  Options,
  'singleQuote' | 'semi' | 'printWidth' | 'trailingComma' | 'tabWidth' | 'useTabs' | 'endOfLine'
>;

export const FORMATTING: Formatting = {
  singleQuote: true,
  semi: true,
  printWidth: 100,
  trailingComma: 'all',
};

/**
 * The text of a module: its imports in the order that the linter wants, its statements, formatted.
 *
 * @throws BugError where the text is no TypeScript: whatever a source says, it never is
 */
export async function sourceText(
  spec: ModuleSpec,
  formatting: Formatting = FORMATTING,
): Promise<string> {
  const morph = load();
  const statements = spec.statements.map((statement) => structureOf(statement, morph));
  const file = projectOf(morph).createSourceFile(
    'imported.ts',
    { statements: [...importsOf(spec, morph), ...statements] },
    { overwrite: true },
  );
  const disabled = spec.anyLength === true ? `${EXEMPTION}\n` : '';
  const head = disabled + (spec.comment ?? []).map((line) => `// ${line}\n`).join('');
  const body = file.getFullText();
  const { parseDiagnostics } = file.compilerNode as unknown as { parseDiagnostics: unknown[] };
  if (parseDiagnostics.length > 0)
    throw new BugError('an import made a text that is no TypeScript');
  return formatted(head === '' ? body : `${head}\n${body}`, formatting);
}

/** TypeScript as prettier writes it. */
export async function formatted(
  text: string,
  formatting: Formatting = FORMATTING,
): Promise<string> {
  const { format } = await import('prettier');
  const options = {
    ...formatting,
    // As `typescript`, and twice as fast.
    parser: 'babel-ts',
  };
  const once = await format(text, options);
  // What prettier has broken open it keeps open, which may change what is around it.
  return OPENED.test(once) ? format(once, options) : once;
}

/** An object that was broken into lines inside of an expression, where others than the usual long ones are. */
const OPENED = /(?<!\bdashboard|\.options|\.raw|\borganize|\.override)\(\{\n/;

type Morph = typeof morphModule;

/** Costs a fifth of a second, which only those pay who import. */
function load(): Morph {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('ts-morph') as Morph;
}

let project: Project | undefined;

function projectOf({ Project }: Morph): Project {
  return (project ??= new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { noResolve: true },
  }));
}

function importsOf(
  { statements, origins }: ModuleSpec,
  { StructureKind }: Morph,
): StatementStructures[] {
  const declared = new Set(statements.flatMap((s) => (s.kind === 'const' ? [s.name] : [])));
  const used = new Set(statements.flatMap(({ code }) => namesIn(code)));
  const byModule = new Map<string, string[]>();
  for (const name of used) {
    if (declared.has(name)) continue;
    const from = origins.get(name);
    if (from === undefined) throw new BugError(`nobody knows where \`${name}\` comes from`);
    byModule.set(from, [...(byModule.get(from) ?? []), name]);
  }
  const isOwn = (module: string) => module.startsWith('.');
  const sorted = [...byModule].sort(
    ([a], [b]) => Number(isOwn(a)) - Number(isOwn(b)) || inOrder(a, b),
  );
  // Packages first, and a line between them and the project's own files.
  const firstOwn = sorted.findIndex(([module]) => isOwn(module));
  return sorted.map(([moduleSpecifier, names], i) => ({
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier,
    // The linter compares names with what they are imported as: `a2:` is before `a:`.
    namedImports: [...names].sort((a, b) => inOrder(`${a}:`, `${b}:`)).map((name) => ({ name })),
    leadingTrivia: i > 0 && i === firstOwn ? '\n' : '',
  }));
}

function structureOf(
  statement: Statement,
  { StructureKind, VariableDeclarationKind }: Morph,
): StatementStructures {
  const initializer = printCode(statement.code);
  if (statement.kind === 'default') {
    return {
      kind: StructureKind.ExportAssignment,
      expression: initializer,
      isExportEquals: false,
      leadingTrivia: '\n',
    };
  }
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: statement.exported ?? false,
    declarations: [{ name: statement.name, initializer }],
    leadingTrivia: `\n${statement.doc === undefined ? '' : `/** ${statement.doc} */\n`}`,
  };
}

/** As `import-x/order` sorts: without regard to case. */
function inOrder(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : 1;
}

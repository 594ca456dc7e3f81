import type { Metric } from '../../catalog/index.ts';
import type { ImportRequest, PlannedFile } from '../import-plan.ts';
import { name, object, ofAnyLength, sourceText, type Statement } from '../source/index.ts';
import { catalogCode } from './catalog-code.ts';
import { stackCode } from './stack-code.ts';

type Request = Pick<ImportRequest, 'system' | 'existing' | 'formatting'>;

const DOC =
  'What was imported. It is bound to no scrape job, so that any label may be there besides those named: hand it a job of the stack where there is one.';

/** The catalog of a system as a file: what is in it is all that is known of it. */
export async function catalogFile(
  request: Request,
  metrics: readonly Metric[],
): Promise<PlannedFile> {
  const library = libraryOf(request.existing);
  const statements: readonly Statement[] = [
    { kind: 'const', name: 'imported', exported: true, doc: DOC, code: catalogCode(metrics) },
    {
      kind: 'const',
      name: 'm',
      exported: true,
      code: { kind: 'made', code: 'imported.m', names: ['imported'], value: undefined },
    },
  ];
  const origins = { any: library, defineCatalog: library };
  return {
    path: `systems/${request.system}/metrics.ts`,
    text: ofAnyLength(await textOf(request, statements, origins)),
  };
}

/** What a system needs besides its catalog, each only where it is not there yet. */
export async function otherSystemFiles(request: Request): Promise<readonly PlannedFile[]> {
  const library = libraryOf(request.existing);
  const stack: Statement = {
    kind: 'const',
    name: 'stack',
    exported: true,
    doc: 'Made by an import, which knows nothing of what is scraped: write the jobs and their targets here.',
    code: stackCode(request.system),
  };
  const folder = `systems/${request.system}`;
  return [
    {
      path: `${folder}/stack.ts`,
      once: true,
      text: await textOf(request, [stack], { defineStack: library }),
    },
    { path: `${folder}/index.ts`, once: true, text: await indexText(request, library) },
  ];
}

/** A project that holds dashc itself imports it by its path, as all its content does. */
export function libraryOf(existing: ImportRequest['existing']): string {
  return existing('lib/index.ts') === undefined ? 'dashc' : '../../lib/index.ts';
}

async function indexText(request: Request, library: string): Promise<string> {
  const system = object({
    stack: name('stack'),
    catalogs: { kind: 'list', items: [name('imported')] },
  });
  const text = await textOf(
    request,
    [
      {
        kind: 'default',
        code: { kind: 'call', callee: name('defineSystem'), args: [system] },
      },
    ],
    { defineSystem: library, stack: './stack.ts', imported: './metrics.ts' },
  );
  const exports = "export { m } from './metrics.ts';\nexport { stack } from './stack.ts';\n";
  return text.replace(/\n+export default/, `\n\n${exports}\nexport default`);
}

function textOf(
  { formatting }: Request,
  statements: readonly Statement[],
  origins: Readonly<Record<string, string>>,
): Promise<string> {
  return sourceText({ statements, origins: new Map(Object.entries(origins)) }, formatting);
}

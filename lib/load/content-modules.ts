import { existsSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

import { transpile } from './transpile.ts';

/** What content files import as `dashc`, or by the path of the package's own `lib/index.ts`. */
export interface Authoring {
  /** Absolute path of `lib/index.ts`. */
  readonly file: string;
  readonly exports: object;
}

/** An import of something that is not there. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** Absolute path of the importing file. */
  readonly from: string;
  /** As written. */
  readonly request: string;

  constructor(from: string, request: string) {
    super(`cannot find ${request}`);
    this.from = from;
    this.request = request;
  }
}

/** On the line where the code starts: lines stay what they are. */
const HEAD = '(function (exports, require, module, __filename, __dirname) {';

/** What a set of files was made of. */
export interface ModuleSources {
  /** TypeScript, absolute. */
  readonly files: readonly string[];
  /** JSON, absolute. */
  readonly data: readonly string[];
  /** What was imported beside them: nothing, installed packages, or anything else. */
  readonly outside: 'nothing' | 'packages' | 'anything';
}

interface Imports {
  readonly files: Set<string>;
  readonly data: Set<string>;
  outside: ModuleSources['outside'];
}

interface Module {
  exports: Record<string, unknown>;
}

type Evaluated =
  | { readonly module: Module; readonly map: string }
  | { readonly error: unknown; readonly map?: string };

/**
 * Evaluates TypeScript files as CommonJS modules, each once, outside of Node's module cache: a second project, or the
 * same one a second time, starts afresh, and the authoring surface is the one that is running already.
 */
export class ContentModules {
  readonly #authoring: Authoring;
  readonly #evaluated = new Map<string, Evaluated>();
  readonly #imports = new Map<string, Imports>();

  constructor(authoring: Authoring) {
    this.#authoring = authoring;
  }

  /** Number of files that were evaluated, or tried. */
  get size(): number {
    return this.#evaluated.size;
  }

  /** All that evaluating these files read. */
  sourcesOf(roots: readonly string[]): ModuleSources {
    const files = new Set(roots);
    const data = new Set<string>();
    let outside: ModuleSources['outside'] = 'nothing';
    // What is added meanwhile is visited, too.
    for (const file of files) {
      const imports = this.#imports.get(file);
      for (const imported of imports?.files ?? []) files.add(imported);
      for (const imported of imports?.data ?? []) data.add(imported);
      if (imports !== undefined && imports.outside !== 'nothing' && outside !== 'anything')
        ({ outside } = imports);
    }
    return { files: [...files], data: [...data], outside };
  }

  /** JSON text of the map from the JavaScript of `file` to its source. */
  mapOf(file: string): string | undefined {
    return this.#evaluated.get(file)?.map;
  }

  /**
   * The exports of `file`, which is absolute.
   *
   * @throws what the file throws; the same object again for everybody who imports it
   */
  evaluate(file: string): Record<string, unknown> {
    const known = this.#evaluated.get(file);
    if (known !== undefined) {
      if ('error' in known) throw known.error;
      return known.module.exports;
    }
    let map: string | undefined;
    try {
      const transpiled = transpile(readFileSync(file, 'utf8'), file);
      map = transpiled.map;
      const module: Module = { exports: {} };
      // Known before it runs, as in Node: an import cycle sees the exports made so far.
      this.#evaluated.set(file, { module, map });
      this.#run(file, transpiled.code, module);
      return module.exports;
    } catch (error) {
      this.#evaluated.set(file, { error, ...(map === undefined ? {} : { map }) });
      throw error;
    }
  }

  #run(file: string, code: string, module: Module): void {
    // A function of a script costs a fifth of `vm.compileFunction`.
    const imports: Imports = { files: new Set(), data: new Set(), outside: 'nothing' };
    this.#imports.set(file, imports);
    const script = new Script(`${HEAD}${code}\n})`, { filename: file, columnOffset: -HEAD.length });
    const run = script.runInThisContext() as (...args: unknown[]) => void;
    const require = (request: string) => this.#require(file, request, imports);
    run(module.exports, require, module, file, path.dirname(file));
  }

  #require(from: string, request: string, imports: Imports): unknown {
    if (request === 'dashc') return this.#authoring.exports;
    if (request.startsWith('.')) {
      const file = path.resolve(path.dirname(from), request);
      if (file === this.#authoring.file) return this.#authoring.exports;
      if (!existsSync(file)) throw new ImportError(from, request);
      if (file.endsWith('.ts')) {
        imports.files.add(file);
        return this.evaluate(file);
      }
    }
    const require = createRequire(from);
    const file = resolved(require, request);
    if (file === undefined) throw new ImportError(from, request);
    if (isInstalled(file)) {
      if (imports.outside === 'nothing') imports.outside = 'packages';
    } else {
      if (file.endsWith('.json')) imports.data.add(file);
      else imports.outside = 'anything';
      // Node keeps what it evaluated, but a file that is not installed may have changed.
      delete require.cache[file];
    }
    return require(request) as unknown;
  }
}

function resolved(require: NodeJS.Require, request: string): string | undefined {
  try {
    return require.resolve(request);
  } catch {
    return undefined;
  }
}

function isInstalled(file: string): boolean {
  return !isBuiltin(file) && file.split(path.sep).includes('node_modules');
}

import { createRequire } from 'node:module';

/** JavaScript of one file, and the map back to its source. */
export interface Transpiled {
  readonly code: string;
  /** JSON text; read only when a place is asked for. */
  readonly map: string;
}

/** A content file that is not TypeScript. */
export class SourceSyntaxError extends Error {
  override readonly name = 'SourceSyntaxError';
  /** Absolute path. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;

  constructor(message: string, file: string, line: number, column: number) {
    super(message);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** The part of ts-node's transpiler API that is used; the package declares no types for this entry. */
interface TranspilerModule {
  create(options: object): {
    transpile(
      text: string,
      options: { fileName: string },
    ): { outputText: string; sourceMapText: string };
  };
}

/** TypeScript's numbers for `target: es2022` and `module: nodenext`. */
const ES2022 = 9;
const NODENEXT = 199;

let transpiler: ReturnType<TranspilerModule['create']> | undefined;

/** What was made of the last text of each file: a process that watches reads most of them again and again. */
const known = new Map<string, { readonly text: string; readonly made: Transpiled }>();

/**
 * Strips the types of one file with ts-node's SWC mode.
 *
 * Its transpiler is used without `register`, which would load all of TypeScript: ten times the time of the rest.
 *
 * @throws SourceSyntaxError
 */
export function transpile(text: string, file: string): Transpiled {
  const last = known.get(file);
  if (last?.text === text) return last.made;
  transpiler ??= createTranspiler();
  try {
    const { outputText, sourceMapText } = transpiler.transpile(text, { fileName: file });
    const made = { code: outputText, map: sourceMapText };
    known.set(file, { text, made });
    return made;
  } catch (error) {
    throw toSyntaxError(error, file);
  }
}

function createTranspiler() {
  const require = createRequire(__filename);
  const { create } = require('ts-node/transpilers/swc') as TranspilerModule;
  return create({
    swc: require('@swc/core'),
    service: {
      config: {
        options: { target: ES2022, module: NODENEXT, sourceMap: true, esModuleInterop: true },
      },
    },
    nodeModuleEmitKind: 'nodecjs',
  });
}

/**
 * SWC's errors are text for a terminal:
 *
 *     x Expression expected
 *      ,-[/project/dashboards/shop/a.ts:2:1]
 *    2 |  b: ;
 *      :     ^
 */
function toSyntaxError(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const found = /^\s*[x×]\s+(.+)$[^]*?,-\[.*:(\d+):\d+\]$/m.exec(error.message);
  if (found === null) return error;
  const [, message = '', line] = found;
  const carets = /^ *: ( *)\^/m.exec(error.message)?.[1];
  return new SourceSyntaxError(message, file, Number(line), (carets?.length ?? 0) + 1);
}

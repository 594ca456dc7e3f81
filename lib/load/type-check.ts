import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { Diagnostic } from '../diagnostics/index.ts';
import { excerpt } from './excerpt.ts';

/** Which sources belong to the content, without DOM and Node's types: they cost more than all the rest. */
export const TYPE_CONFIG = 'tsconfig.content.json';

/**
 * Starts TypeScript's native compiler over the content files, beside everything else. It writes nothing.
 *
 * A check that cannot be made is a finding: a build that silently skips it would pass what it exists to refuse.
 *
 * @param env of the compiler; default: the process's
 * @returns resolves when the compiler ends; never rejects
 */
export function startTypeCheck(
  root: string,
  env?: Readonly<Record<string, string | undefined>>,
): Promise<readonly Diagnostic[]> {
  if (!existsSync(path.join(root, TYPE_CONFIG))) return Promise.resolve([NO_CONFIG]);
  const compiler = typeCompiler(root);
  if (compiler === undefined) return Promise.resolve([NO_COMPILER]);
  return new Promise((resolve) => {
    const args = ['--noEmit', '--pretty', 'false', '-p', TYPE_CONFIG, ...incremental(root)];
    const options = {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      ...(env === undefined ? {} : { env }),
    };
    execFile(compiler, args, options, (error, stdout) => {
      const found = parseTypeErrors(stdout, root);
      resolve(error !== null && found.length === 0 ? [failed(error)] : found);
    });
  });
}

function incremental(root: string): readonly string[] {
  const state = typeState(root);
  return state === undefined ? [] : ['--incremental', '--tsBuildInfoFile', state];
}

/** Where the compiler keeps what it found, so that the next check looks at what changed only. */
export function typeState(root: string): string | undefined {
  const modules = path.join(root, 'node_modules');
  if (!existsSync(modules)) return undefined;
  return path.join(modules, '.cache', 'dashc', 'content.tsbuildinfo');
}

const NO_CONFIG: Diagnostic = {
  code: 'type/no-config',
  severity: 'error',
  message: `the type check needs \`${TYPE_CONFIG}\`, which does not exist`,
  hint: [
    'create it, or pass --no-typecheck:',
    '{ "compilerOptions": { "strict": true, "noEmit": true, "module": "nodenext", "lib": ["es2022"], "types": [],',
    '  "allowImportingTsExtensions": true }, "include": ["systems", "dashboards", "alerts"] }',
  ].join('\n'),
  where: { file: TYPE_CONFIG, path: [] },
};

const NO_COMPILER: Diagnostic = {
  code: 'type/no-compiler',
  severity: 'error',
  message: 'the type check needs the package `typescript-native`, which is not installed',
  hint: 'npm install --save-dev typescript-native@npm:typescript@7.0.2, or pass --no-typecheck',
  where: { file: 'package.json', path: [] },
};

function failed(error: Error): Diagnostic {
  return {
    code: 'type/failed',
    severity: 'error',
    message: `the type check ended without a result: ${error.message.trim()}`,
    hint: `npx tsc --noEmit -p ${TYPE_CONFIG}`,
    where: { file: TYPE_CONFIG, path: [] },
  };
}

/** The executable itself: the package's `bin` is a script that first starts Node once more. */
export function typeCompiler(root: string): string | undefined {
  const platform = `@typescript/typescript-${process.platform}-${process.arch}`;
  const name = process.platform === 'win32' ? 'tsc.exe' : 'tsc';
  for (const from of [path.join(root, 'package.json'), __filename]) {
    try {
      const wrapper = createRequire(from).resolve('typescript-native/package.json');
      const manifest = createRequire(wrapper).resolve(`${platform}/package.json`);
      return path.join(path.dirname(manifest), 'lib', name);
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/** Reads `file(line,column): error TS2345: text`, and the indented lines that explain it further. */
export function parseTypeErrors(output: string, root: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const line of output.split(/\r?\n/)) {
    const match = /^(?:(.+?)\((\d+),(\d+)\): )?error TS(\d+): (.*)$/.exec(line);
    if (match === null) continue;
    const [, file, row, column, code, text = ''] = match;
    const { message, hint } = toSentence(text);
    found.push({
      code: `type/TS${code}`,
      severity: 'error',
      message,
      ...(hint === undefined ? {} : { hint }),
      where:
        file === undefined
          ? { file: TYPE_CONFIG, path: [] }
          : placeOf(root, file, Number(row), Number(column)),
    });
  }
  return found;
}

function placeOf(root: string, file: string, line: number, column: number): Diagnostic['where'] {
  const text = readFileSync(path.join(root, file), 'utf8').split(/\r?\n/)[line - 1];
  const source = excerpt(text, column);
  return { file, line, column, path: [], ...(source === undefined ? {} : { source }) };
}

/** What a person needs of a compiler's sentence. */
function toSentence(text: string): { readonly message: string; readonly hint?: string } {
  const ours = refusalIn(text);
  if (ours !== undefined) return { message: ours };
  const [, sentence = text, near] = /^(.*)\. Did you mean (?:to write )?'(.+)'\?$/.exec(text) ?? [];
  const message = shortened(sentence.replace(/\.$/, ''));
  return near === undefined ? { message } : { message, hint: `\`${near}\`` };
}

/** A refusal of ours stands in the error as `TypeError<"sentence", "detail" | "detail">`. */
function refusalIn(text: string): string | undefined {
  const ours = /TypeError<"((?:[^"\\]|\\.)*)"(?:, ([^>]*))?>/.exec(text);
  if (ours === null) return undefined;
  const details = [...(ours[2] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, d]) => d);
  return details.length === 0 ? ours[1] : `${ours[1]}: ${details.join(', ')}`;
}

/** The whole catalog is the type of its handles. */
function shortened(sentence: string): string {
  const missing = /^Property '(.+)' does not exist on type '(.*)'$/.exec(sentence);
  if (missing === null) return sentence;
  const [, name, type = ''] = missing;
  if (type.startsWith('Handles<')) return `no metric \`${name}\` is declared`;
  return type.length > 60 ? `\`${name}\` does not exist on \`${type.split('<')[0]}\`` : sentence;
}

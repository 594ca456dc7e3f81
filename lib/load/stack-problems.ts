import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Diagnostic } from '../diagnostics/index.ts';
import { validateStack } from './stack/index.ts';

/** What is wrong with the stack that a system exports, with the lines of `stack.ts`. */
export function stackProblems(stack: unknown, system: string, root: string): Diagnostic[] {
  const file = `systems/${system}/stack.ts`;
  const absolute = path.join(root, file);
  const lines = existsSync(absolute) ? readFileSync(absolute, 'utf8').split('\n') : [];
  const problems = [...validateStack(stack), ...nameProblems(stack, system)];
  return problems.map(({ path: keys, ...problem }) => {
    const line = lineOf(lines, keys);
    return {
      ...problem,
      where: {
        file,
        ...(line === undefined ? {} : { line }),
        path: [`stack ${system}`, ...(keys.length === 0 ? [] : [keys.join('.')])],
      },
    };
  });
}

/** The folder's name is in every path; a stack of another name would be built under it. */
function nameProblems(stack: unknown, system: string): ReturnType<typeof validateStack> {
  const name = typeof stack === 'object' && stack !== null && 'name' in stack ? stack.name : system;
  if (name === system) return [];
  return [
    {
      code: 'stack/name',
      severity: 'error',
      message: `the stack is named \`${String(name)}\`, but its folder is \`systems/${system}\``,
      hint: `name: '${system}'`,
      path: ['name'],
    },
  ];
}

/** The line where the last of nested keys stands: each is looked for after the one that holds it. */
function lineOf(lines: readonly string[], keys: readonly string[]): number | undefined {
  let at = -1;
  for (const key of keys) {
    const index = lines.findIndex((line, i) => i > at && stands(line, key));
    if (index === -1) break;
    at = index;
  }
  return at === -1 ? undefined : at + 1;
}

function stands(line: string, key: string): boolean {
  const found = line.indexOf(key);
  return found !== -1 && /^['"]?\s*:/.test(line.slice(found + key.length));
}

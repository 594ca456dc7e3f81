import type { Diagnostic } from '../diagnostics/index.ts';
import { validateStack } from './stack/index.ts';
import type { StackPlaces } from './stack-places.ts';

/** What is wrong with the stack that a system exports. */
export function stackProblems(stack: unknown, system: string, places: StackPlaces): Diagnostic[] {
  const problems = [...validateStack(stack), ...nameProblems(stack, system)];
  return problems.map(({ path: keys, ...problem }) => ({
    ...problem,
    where: places.whereOf(keys),
  }));
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

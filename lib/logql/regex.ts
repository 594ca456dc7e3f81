import type { RE2JS } from 're2js';

/** Why RE2 refuses a pattern; `undefined` if it does not. */
export function regexProblem(pattern: string): string | undefined {
  const compiled = compile(pattern);
  return typeof compiled === 'string' ? compiled : undefined;
}

/** Whether the whole of an empty text matches. */
export function matchesEmpty(pattern: string): boolean {
  const compiled = compile(pattern);
  return typeof compiled !== 'string' && compiled.matches('');
}

/** The names of the groups of a pattern. */
export function groupNames(pattern: string): readonly string[] {
  const compiled = compile(pattern);
  return typeof compiled === 'string' ? [] : Object.keys(compiled.namedGroups());
}

let engine: typeof RE2JS | undefined;

function compile(pattern: string): RE2JS | string {
  engine ??= (require('re2js') as { RE2JS: typeof RE2JS }).RE2JS;
  try {
    return engine.compile(pattern);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^error parsing regexp: /, '');
  }
}

// An `import` would load it in every run.
declare const require: (name: string) => unknown;

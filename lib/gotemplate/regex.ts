import type { RE2JS } from 're2js';

/** Why RE2 refuses a pattern; `undefined` if it does not. */
export function regexProblem(pattern: string): string | undefined {
  const compiled = compileRegex(pattern);
  return typeof compiled === 'string' ? compiled : undefined;
}

/** The compiled pattern, or what is wrong with it. */
export function compileRegex(pattern: string): RE2JS | string {
  engine ??= (require('re2js') as { RE2JS: typeof RE2JS }).RE2JS;
  try {
    return engine.compile(pattern);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^error parsing regexp: /, '');
  }
}

let engine: typeof RE2JS | undefined;

// An `import` would load it in every run, and few templates have a pattern.
declare const require: (name: string) => unknown;

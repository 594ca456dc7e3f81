import type { RE2JS } from 're2js';

/** A pattern that is ready to match; always against the whole value, as Prometheus does. */
type Test = (value: string) => boolean;

/**
 * Whether the whole value matches. `.` matches a line break too. An invalid pattern matches nothing.
 *
 * @example
 * regexMatches('5..', '503')   // true
 * regexMatches('5..', '5030')  // false
 */
export function regexMatches(pattern: string, value: string): boolean {
  const compiled = compile(pattern);
  return typeof compiled === 'function' && compiled(value);
}

/** Why RE2 refuses the pattern, as it says it: look-around and back references do not exist. `undefined` if it does not. */
export function regexProblem(pattern: string): string | undefined {
  const compiled = compile(pattern);
  return typeof compiled === 'string' ? compiled : undefined;
}

const cache = new Map<string, Test | string>();
const CACHE_SIZE = 5000;

/** The compiled pattern, or what is wrong with it. */
function compile(pattern: string): Test | string {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const compiled = compileSimple(pattern) ?? compileRe2(pattern);
  if (cache.size === CACHE_SIZE) cache.clear();
  cache.set(pattern, compiled);
  return compiled;
}

/**
 * Patterns that mean the same in JavaScript: literals, `.`, `|`, groups, plain classes and repetitions, none of a group,
 * which could take exponential time. 19 of 20 in the dashboards we know are; the engine for the rest takes 16 ms to load.
 */
const SIMPLE =
  /^\^?(?:(?:[\w :;,/@#%&=<>!~"'-]|\.|\\[.dwDW+*?()|[\]{}^$/\\]|\[(?:[\w .:/,]|[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d)+\])(?:[*+?]\??)?|\((?:\?:)?|\)\??|\|)*\$?$/;

function compileSimple(pattern: string): Test | undefined {
  if (!SIMPLE.test(pattern) || /[\uD800-\uDFFF]/.test(pattern)) return undefined;
  try {
    const regex = new RegExp(`^(?:${pattern})$`, 'su');
    // On its own too: `a)(b` becomes valid in the group.
    new RegExp(pattern, 'u');
    return (value) => regex.test(value);
  } catch {
    return undefined;
  }
}

/** RE2 repeats the pattern where it can name no part of it. */
function explain(pattern: string, message: string): string {
  const [, reason = message, part = ''] =
    /^error parsing regexp: (.*?)(?:: `(.*)`)?$/s.exec(message) ?? [];
  return part === '' || part.endsWith(pattern) ? reason : `${reason} \`${part}\``;
}

let engine: typeof RE2JS | undefined;

function compileRe2(pattern: string): Test | string {
  engine ??= loadEngine();
  try {
    const regex = engine.compile(pattern, engine.DOTALL);
    return (value) => regex.matches(value);
  } catch (error) {
    return explain(pattern, error instanceof Error ? error.message : String(error));
  }
}

/** Node's own: content files, which reach this one, are type-checked without its types. */
declare const require: (name: string) => unknown;

function loadEngine(): typeof RE2JS {
  // An `import` would load it in every run.
  return (require('re2js') as { RE2JS: typeof RE2JS }).RE2JS;
}

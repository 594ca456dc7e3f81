/**
 * The name of a constant for a text that people read: its words in camel case, without what no name can have.
 *
 * @example
 * identifierOf('CPU usage (%)', 'panel') // 'cpuUsage'
 * identifierOf('95th percentile', 'panel') // 'panel95thPercentile'
 * identifierOf('名', 'row') // 'row'
 */
export function identifierOf(text: string, fallback: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 6);
  const [first, ...rest] = words;
  if (first === undefined) return fallback;
  const start = isAcronym(first) ? first.toLowerCase() : uncapitalized(first);
  const name = [start, ...rest.map(capitalized)].join('').slice(0, 50);
  return /^\d/.test(name) ? `${fallback}${capitalized(name)}` : name;
}

/** Names of one scope. Each is given once: the next that wants the same gets a number. */
export class Identifiers {
  readonly #taken: Set<string>;

  /** @param taken names that mean something already */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...RESERVED, ...taken]);
  }

  /** A name that was not given before, like `wanted`. */
  next(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.#taken.has(name); n++) name = `${wanted}${n}`;
    this.#taken.add(name);
    return name;
  }
}

/** Words that TypeScript keeps to itself in modules, and globals that content could miss. */
const RESERVED: readonly string[] = [
  ...['abstract', 'any', 'arguments', 'as', 'async', 'await', 'boolean', 'break', 'case', 'catch'],
  ...['class', 'const', 'constructor', 'continue', 'debugger', 'declare', 'default', 'delete'],
  ...['do', 'else', 'enum', 'eval', 'export', 'exports', 'extends', 'false', 'finally', 'for'],
  ...['from', 'function', 'get', 'global', 'globalThis', 'if', 'implements', 'import', 'in'],
  ...['infer', 'instanceof', 'interface', 'is', 'keyof', 'let', 'module', 'namespace', 'never'],
  ...['new', 'null', 'number', 'object', 'of', 'package', 'private', 'protected', 'prototype'],
  ...['public', 'readonly', 'require', 'return', 'set', 'static', 'string', 'super', 'switch'],
  ...['symbol', 'this', 'throw', 'true', 'try', 'type', 'typeof', 'undefined', 'unique'],
  ...['unknown', 'using', 'var', 'void', 'while', 'with', 'yield', 'NaN', 'Infinity', 'Object'],
];

function isAcronym(word: string): boolean {
  return /^[A-Z0-9]+$/.test(word);
}

function capitalized(word: string): string {
  const rest = isAcronym(word) ? word.slice(1).toLowerCase() : word.slice(1);
  return word.charAt(0).toUpperCase() + rest;
}

function uncapitalized(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

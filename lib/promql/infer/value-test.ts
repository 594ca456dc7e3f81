import type { Matcher } from '../ast.ts';
import { regexMatches, regexProblem } from '../re2.ts';
import { variablesIn } from '../variables.ts';

/** Which values a matcher passes. */
export interface ValueTest {
  passes(value: string): boolean;
  /** All values that are equal to, or match, the operand: those passed by `=` and `=~`, refused by `!=` and `!~`. */
  readonly listed: readonly string[] | undefined;
}

/** `undefined` where the matcher's value is not known before Grafana fills in its variables, or is no valid regex. */
export function testOf({ op, value }: Matcher): ValueTest | undefined {
  if (hasVariable(value)) return undefined;
  switch (op) {
    case '=':
      return { passes: (v) => v === value, listed: [value] };
    case '!=':
      return { passes: (v) => v !== value, listed: [value] };
    case '=~':
    case '!~':
      return regexTest(value, op === '=~');
  }
}

export function hasVariable(text: string): boolean {
  return variablesIn(text).length > 0;
}

/** Whether the whole of a text matches; `undefined` for an invalid regex. */
export function fullMatch(regex: string): ((text: string) => boolean) | undefined {
  if (regexProblem(regex) !== undefined) return undefined;
  return (text) => regexMatches(regex, text);
}

function regexTest(regex: string, positive: boolean): ValueTest | undefined {
  const tests = positive ? matching : notMatching;
  if (tests.has(regex)) return tests.get(regex);
  const matches = fullMatch(regex);
  const passes = positive ? matches : matches && ((value: string) => !matches(value));
  const test = passes && { passes, listed: alternatives(regex) };
  if (tests.size === CACHE_SIZE) tests.clear();
  tests.set(regex, test);
  return test;
}

const matching = new Map<string, ValueTest | undefined>();
const notMatching = new Map<string, ValueTest | undefined>();
const CACHE_SIZE = 5000;

/**
 * The texts that a regex without operators but `|` matches.
 *
 * @example
 * alternatives('GET|POST') // ['GET', 'POST']
 * alternatives('5..') // undefined
 */
export function alternatives(regex: string): readonly string[] | undefined {
  const inner = /^\^?(?:\(\?:|\()([^()]*)\)\$?$/.exec(regex)?.[1] ?? regex;
  const found: string[] = [];
  let text = '';
  for (let at = 0; at < inner.length; at++) {
    const c = inner.charAt(at);
    if (c === '|') {
      found.push(text);
      text = '';
    } else if (c === '\\') {
      const next = inner.charAt(++at);
      // A letter or digit after a backslash is a class or an escape.
      if (next === '' || /\w/.test(next)) return undefined;
      text += next;
    } else if ('.*+?()[]{}^$'.includes(c)) {
      return undefined;
    } else {
      text += c;
    }
  }
  found.push(text);
  return found;
}

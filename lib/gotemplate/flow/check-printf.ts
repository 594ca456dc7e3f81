import type { Operand } from '../ast.ts';
import { type Verb, verbsOf } from '../format-verbs.ts';
import { describe, type Type } from '../type.ts';
import type { Given } from './call-function.ts';
import type { FlowState } from './flow-state.ts';

/** Reports what `printf` marks in its text with `%!`: Go does not fail there. */
export function checkPrintf(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  [format, ...args]: readonly Given[],
): void {
  const text = format?.fact.text;
  if (format === undefined || text?.exact !== true) return;
  const verbs = verbsOf(text.text);
  const span = format.span ?? callee.span;
  for (const verb of verbs) {
    const problem = problemOf(verb, text.text);
    if (problem !== undefined) {
      const hint = verb.letter === '%' ? undefined : PERCENT;
      state.report('garbled', problem, span, hint);
      return;
    }
  }
  const beyond = verbs.find(({ index = 1 }) => index < 1 || index > args.length);
  if (beyond?.index !== undefined) {
    state.report('garbled', `\`printf\` gets no value ${beyond.index}`, span);
    return;
  }
  // Explicit indexes and `*` are too rare to follow further.
  if (verbs.some(isUnusual)) return;
  const wanted = verbs.filter(({ letter }) => letter !== '%');
  if (wanted.length !== args.length) {
    const values = args.length === 1 ? '1 value' : `${args.length} values`;
    const message = `\`${text.text}\` formats ${wanted.length}, and \`printf\` gets ${values}`;
    const unescaped = wanted.length > args.length && /% (?!%)/.test(text.text);
    state.report('garbled', message, span, unescaped ? PERCENT : undefined);
    return;
  }
  wanted.forEach((verb, at) => {
    const argument = args[at];
    if (argument !== undefined) checkVerb(state, callee, verb, text.text, argument);
  });
}

function problemOf({ letter, start, end }: Verb, format: string): string | undefined {
  const verb = format.slice(start, end);
  if (letter === '') return `\`${verb}\` at the end of the format is not a verb`;
  return LETTERS.includes(letter) ? undefined : `\`${verb}\` is not a verb of \`printf\``;
}

const PERCENT = 'a percent sign is written `%%`';
const LETTERS = '%vTtbcdoOqxXUeEfFgGsp';

function isUnusual({ index, width, precision }: Verb): boolean {
  return index !== undefined || width === '*' || precision === '*';
}

function checkVerb(
  state: FlowState,
  callee: Operand & { kind: 'function' },
  verb: Verb,
  format: string,
  { fact, span }: Given,
): void {
  if (formats(verb.letter, fact.type)) return;
  const subject = span === undefined ? 'the value' : `\`${state.textOf(span)}\``;
  const written = format.slice(verb.start, verb.end);
  const message = `\`${written}\` does not format ${describe(fact.type)}, which ${subject} is`;
  state.report('garbled', message, span ?? callee.span, hintFor(verb, fact.type));
}

function formats(letter: string, { kind }: Type): boolean {
  if (letter === 'v' || letter === 'T') return true;
  switch (kind) {
    case 'float':
    case 'value':
      return 'beEfFgGxX'.includes(letter);
    case 'int':
      return 'bcdoOqxXU'.includes(letter);
    case 'bool':
      return letter === 't';
    case 'string':
    case 'labels':
      return 'sqxX'.includes(letter);
    default:
      return true;
  }
}

function hintFor({ letter }: Verb, { kind }: Type): string | undefined {
  if ((kind === 'float' || kind === 'value') && 'dsc'.includes(letter)) {
    return letter === 'd' ? 'use `%.0f`' : 'use `%v`';
  }
  if (kind === 'string') return 'use `%s`';
  return kind === 'int' ? 'use `%d`' : undefined;
}

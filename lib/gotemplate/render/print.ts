import { type Verb, verbsOf } from '../format-verbs.ts';
import { formatFloat } from './format-float.ts';
import { quote } from './quote.ts';
import { RenderFailure } from './render-failure.ts';
import { show, typeName, type Value } from './value.ts';

/** Go's `Sprint`: blanks between neighbours that are not strings. */
export function print(values: readonly Value[]): string {
  return values
    .map((value, at) => {
      const blank = at > 0 && typeof value !== 'string' && typeof values[at - 1] !== 'string';
      return (blank ? ' ' : '') + showOrNil(value);
    })
    .join('');
}

/** Go's `Sprintln`. */
export function println(values: readonly Value[]): string {
  return `${values.map(showOrNil).join(' ')}\n`;
}

function showOrNil(value: Value): string {
  return value === undefined ? '<nil>' : show(value);
}

/**
 * Go's `Sprintf`. What does not fit is marked in the text, as Go does it.
 *
 * @throws RenderFailure for the rare verbs and flags that are not written here
 */
export function printf(format: string, values: readonly Value[]): string {
  let text = '';
  let end = 0;
  let at = 0;
  let indexed = false;
  const next = (): Value | typeof MISSING => (at < values.length ? values[at++] : MISSING);
  for (const verb of verbsOf(format)) {
    text += format.slice(end, verb.start);
    end = verb.end;
    if (verb.index !== undefined) {
      at = verb.index - 1;
      indexed = true;
    }
    if (verb.width === '*' || verb.precision === '*' || verb.flags.includes('#')) {
      throw new RenderFailure(`\`${format.slice(verb.start, verb.end)}\` cannot be rendered here`);
    }
    if (verb.letter === '%') text += '%';
    else if (verb.letter === '') text += '%!(NOVERB)';
    else text += formatNext(verb, next());
  }
  text += format.slice(end);
  const extra = indexed ? [] : values.slice(at);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.map(typed).join(', ')})`;
}

const MISSING = Symbol('missing');

function formatNext(verb: Verb, value: Value | typeof MISSING): string {
  if (typeof value === 'symbol') {
    return `%!${verb.letter}(${verb.index === undefined ? 'MISSING' : 'BADINDEX'})`;
  }
  return formatVerb(verb, value) ?? `%!${verb.letter}(${typed(value)})`;
}

function typed(value: Value): string {
  return value === undefined ? '<nil>' : `${typeName(value)}=${show(value)}`;
}

/** Nothing when the verb does not fit the value. */
function formatVerb(verb: Verb, value: Value): string | undefined {
  const { letter } = verb;
  if (letter === 'v' && typeof value !== 'object') return pad(verb, showOrNil(value));
  if (letter === 'T') return pad(verb, typeName(value));
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return letter === 't' ? pad(verb, String(value)) : undefined;
  if (typeof value === 'string') return formatString(verb, value);
  switch (value.kind) {
    case 'float':
      return formatNumber(verb, value.value);
    case 'int':
      return formatInt(verb, value.value);
    default:
      if (letter === 'v' || letter === 's') return pad(verb, show(value));
      throw new RenderFailure(`\`%${letter}\` of ${typeName(value)} cannot be rendered here`);
  }
}

function formatString(verb: Verb, value: string): string | undefined {
  const cut = typeof verb.precision === 'number' ? [...value].slice(0, verb.precision) : [value];
  switch (verb.letter) {
    case 's':
    case 'v':
      return pad(verb, cut.join(''));
    case 'q':
      return pad(verb, quote(cut.join('')));
    case 'x':
    case 'X':
      throw new RenderFailure('`%x` of a string cannot be rendered here');
    default:
      return undefined;
  }
}

function formatNumber(verb: Verb, value: number): string | undefined {
  const precision = typeof verb.precision === 'number' ? verb.precision : undefined;
  switch (verb.letter) {
    case 'v':
    case 'g':
      return padNumber(verb, formatFloat(value, 'g', precision));
    case 'G':
      return padNumber(verb, formatFloat(value, 'g', precision).replace('e', 'E'));
    case 'e':
      return padNumber(verb, formatFloat(value, 'e', precision ?? 6));
    case 'E':
      return padNumber(verb, formatFloat(value, 'e', precision ?? 6).replace('e', 'E'));
    case 'f':
    case 'F':
      return padNumber(verb, formatFloat(value, 'f', precision ?? 6));
    case 'b':
    case 'x':
    case 'X':
      throw new RenderFailure(`\`%${verb.letter}\` of a float64 cannot be rendered here`);
    default:
      return undefined;
  }
}

function formatInt(verb: Verb, value: number): string | undefined {
  switch (verb.letter) {
    case 'c':
      return pad(verb, String.fromCodePoint(value));
    case 'q':
    case 'U':
      throw new RenderFailure(`\`%${verb.letter}\` of an int cannot be rendered here`);
    case 'X':
      return padNumber(verb, value.toString(16).toUpperCase());
    default: {
      const radix = RADIX[verb.letter];
      return radix === undefined ? undefined : padNumber(verb, value.toString(radix));
    }
  }
}

const RADIX: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, x: 16 };

/** Sign and leading zeros; an infinity gets no zeros. */
function padNumber(verb: Verb, text: string): string {
  const digits = text.replace(/^[+-]/, '');
  const sign = signOf(verb, text);
  const width = typeof verb.width === 'number' ? verb.width : 0;
  const zeros = verb.flags.includes('0') && !verb.flags.includes('-') && /^\d/.test(digits);
  return pad(verb, sign + (zeros ? digits.padStart(width - sign.length, '0') : digits));
}

/** An infinity always shows its `+`, unless a blank is asked for. */
function signOf({ flags }: Verb, text: string): string {
  if (text.startsWith('-')) return '-';
  if (flags.includes('+')) return '+';
  if (flags.includes(' ')) return ' ';
  return text.startsWith('+') ? '+' : '';
}

function pad({ width, flags }: Verb, text: string): string {
  const missing = (typeof width === 'number' ? width : 0) - [...text].length;
  const blanks = ' '.repeat(Math.max(missing, 0));
  return flags.includes('-') ? text + blanks : blanks + text;
}

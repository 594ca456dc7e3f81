import type { At, Matcher, Modifiers, Range, Selector } from './ast.ts';
import { printDuration } from './duration.ts';
import { groupingNeedsQuotes, LABEL_NAME, needsQuotes } from './keywords.ts';
import { quote } from './string-literal.ts';
import { replaceVariables } from './variables.ts';

/**
 * A selector without its modifiers. The name stands before the braces when it can.
 *
 * @param inBraces whether a name has to stand in the braces, as for the second argument of `info()`
 */
export function printSelector({ name, matchers }: Selector, inBraces: boolean): string {
  const conditions = matchers.map(printMatcher);
  if (name === undefined) return `{${conditions.join(',')}}`;
  if (needsQuotes(withoutVariables(name))) return `{${[quote(name), ...conditions].join(',')}}`;
  if (inBraces || matchers.some(({ label }) => label === '__name__')) {
    return `{${[`__name__=${quote(name)}`, ...conditions].join(',')}}`;
  }
  return conditions.length === 0 ? name : `${name}{${conditions.join(',')}}`;
}

/** `anchored @ … offset …`, each with a space before it. */
export function printModifiers({ edge, at, offset }: Modifiers): string {
  const edges = edge === undefined ? '' : ` ${edge}`;
  const time = at === undefined ? '' : ` @ ${printAt(at)}`;
  return edges + time + (offset === undefined ? '' : ` offset ${printOffset(offset)}`);
}

/** `(a, "b c")`: the labels of `by`, `on` and the like. */
export function printLabels(labels: readonly string[]): string {
  const written = labels.map((label) =>
    groupingNeedsQuotes(withoutVariables(label)) ? quote(label) : label,
  );
  return `(${written.join(', ')})`;
}

export function printRange(range: Range): string {
  switch (range.kind) {
    case 'duration':
      return printDuration(range.milliseconds);
    case 'variable':
      return `${range.negative ? '-' : ''}${range.variable.text}`;
    case 'expression':
      return range.text;
  }
}

/** With a `+`, or Prometheus would take an operator behind the bracket for a part of the offset. */
function printOffset(offset: Range): string {
  const text = printRange(offset);
  return text.startsWith('(') ? `+${text}` : text;
}

function printMatcher({ label, op, value, bare }: Matcher): string {
  const name = LABEL_NAME.test(withoutVariables(label)) ? label : quote(label);
  return `${name}${op}${bare ? value : quote(value)}`;
}

function printAt(at: At): string {
  switch (at.kind) {
    case 'timestamp':
      return at.seconds.toFixed(3);
    case 'variable':
      return at.variable.text;
    case 'start':
    case 'end':
      return `${at.kind}()`;
  }
}

/** A variable may stand anywhere in a name and does not make it need quotes. */
function withoutVariables(name: string): string {
  return name.includes('$') || name.includes('[') ? replaceVariables(name, 'x') : name;
}

/** A text of a file on one line, short, and without what a terminal would obey. */
export function oneLine(text: string, longest = 160): string {
  const line = text.replace(/[\s\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}

/** The same for a sentence, in which backticks stand around code. */
export function plain(text: string, longest = 160): string {
  return oneLine(text, longest).replaceAll('`', "'");
}

/** Something that a machine reads: `` `up == 0` ``. */
export function code(text: string): string {
  return `\`${plain(text) || ' '}\``;
}

/** A name for people: `"Queue depth"`. */
export function quoted(title: string): string {
  return `"${plain(title, 80)}"`;
}

/** A value of a file, as it is said. */
export function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null) return 'nothing';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

/**
 * What happened to a value that may be absent.
 *
 * @example
 * changed('unit', 's', 'ms') // 'unit `s` to `ms`'
 * changed('unit', undefined, 'ms') // 'unit set to `ms`'
 */
export function changed(what: string, before: unknown, after: unknown): string {
  if (typeof before === 'boolean' || typeof after === 'boolean')
    return switched(what, before, after);
  if (isNothing(before)) return `${what} set to ${valueText(after)}`;
  if (isNothing(after)) return `${what} ${valueText(before)} dropped`;
  return `${what} ${valueText(before)} to ${valueText(after)}`;
}

function switched(what: string, before: unknown, after: unknown): string {
  if (typeof after === 'boolean') return `${what} switched ${after ? 'on' : 'off'}`;
  if (after !== undefined) return `${what} ${valueText(before)} to ${valueText(after)}`;
  // What is not written is off or on: that it is no longer written says which.
  return `${what} switched ${before === true ? 'off' : 'on'}`;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * A key of JSON as words.
 *
 * @example
 * words('lineWidth') // 'line width'
 */
export function words(key: string): string {
  return key
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
}

/** `1 panel`, `3 panels`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

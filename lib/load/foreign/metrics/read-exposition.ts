import type { Observations } from './observations.ts';

/**
 * Reads what a target exposes: Prometheus's text format or OpenMetrics. Values are not looked at.
 *
 * @returns the first line that is neither, 1-based; `undefined` when all is read
 */
export function readExposition(text: string, into: Observations): number | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    const read = line.startsWith('#')
      ? comment(line, into)
      : line.trim() === '' || sample(line, into);
    if (!read) return index + 1;
  }
  return undefined;
}

function comment(line: string, into: Observations): boolean {
  const [, word, quoted, plain, rest = ''] =
    /^#\s*(HELP|TYPE|UNIT)\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))\s*(.*)$/.exec(line) ?? [];
  const name = quoted ?? plain;
  if (word === undefined || name === undefined) return true;
  if (word === 'HELP') into.addFamily(name, { help: rest.trim() });
  else if (word === 'TYPE') into.addFamily(name, { type: rest.trim() });
  else into.addFamily(name, { unit: rest.trim() });
  return true;
}

function sample(line: string, into: Observations): boolean {
  const [start, name = ''] = /^\s*([a-zA-Z_:][\w:]*)?\s*/.exec(line) ?? [''];
  const labels = new Map<string, string>();
  let [at, found] = [start.length, name];
  if (line[at] === '{') {
    PAIR.lastIndex = at + 1;
    for (let pair = PAIR.exec(line); pair !== null; pair = PAIR.exec(line)) {
      at = PAIR.lastIndex;
      const [, quotedName, quoted, plain = '', value = ''] = pair;
      if (quotedName !== undefined) found = unescape(quotedName);
      else labels.set(quoted === undefined ? plain : unescape(quoted), unescape(value));
      PAIR.lastIndex = at;
    }
    const end = /^[{\s]*\}/.exec(line.slice(at));
    if (end === null) return false;
    at += end[0].length;
  }
  if (found === '' || !/^\s*(?:[-+]?(?:\d|\.\d|inf|nan)|\{)/i.test(line.slice(at))) return false;
  into.addSeries(found, labels);
  into.exposed.add(found);
  return true;
}

/** `"name"`, which stands for the metric, or `label="value"`. */
const PAIR =
  /\s*(?:"((?:[^"\\]|\\.)*)"(?!\s*=)|(?:"((?:[^"\\]|\\.)*)"|([a-zA-Z_][\w.]*))\s*=\s*"((?:[^"\\]|\\.)*)")\s*,?/y;

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
}

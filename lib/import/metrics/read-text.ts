import type { Seen } from './seen.ts';

/** What is wrong with a text about metrics. */
export interface BadLine {
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads what a target exposes: Prometheus's text format or OpenMetrics.
 *
 * @returns the first line that is neither; `undefined` when all is read
 */
export function readText(text: string, into: Seen): BadLine | undefined {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const isRead = line.startsWith('#')
      ? comment(line, into)
      : line.trim() === '' || sample(line, into);
    if (!isRead) return { line: index + 1 };
  }
  return undefined;
}

function comment(line: string, into: Seen): boolean {
  const [, word, quoted, plain, rest = ''] =
    /^#\s*(HELP|TYPE|UNIT)\s+(?:"((?:[^"\\]|\\.)*)"|(\S+))[ \t]*([^\n]*)$/.exec(line) ?? [];
  const name = quoted === undefined ? plain : unescaped(quoted);
  if (word === undefined || name === undefined) return true;
  if (word === 'HELP') into.addFamily(name, { help: unescaped(rest.trim()) });
  else if (word === 'TYPE') into.addFamily(name, { type: rest.trim() });
  else into.addFamily(name, { unit: rest.trim() });
  return true;
}

function sample(line: string, into: Seen): boolean {
  const [start, name = ''] = /^\s*([a-zA-Z_:][\w:]*)?\s*/.exec(line) ?? [''];
  const labels = new Map<string, string>();
  let [at, found] = [start.length, name];
  if (line[at] === '{') {
    at++;
    for (;;) {
      PAIR.lastIndex = at;
      const pair = PAIR.exec(line);
      if (pair === null) break;
      at = PAIR.lastIndex;
      const [, quotedName, quoted, plain = '', value = ''] = pair;
      if (quotedName !== undefined) found = unescaped(quotedName);
      else labels.set(quoted === undefined ? plain : unescaped(quoted), unescaped(value));
    }
    const end = /^\s*\}/.exec(line.slice(at));
    if (end === null) return false;
    at += end[0].length;
  }
  const [, number] = /^\s*([-+]?(?:\d|\.\d|inf|nan)\S*|\{)/i.exec(line.slice(at)) ?? [];
  if (found === '' || number === undefined) return false;
  into.addSeries(found, labels, Number(number));
  return true;
}

/** `"name"`, which stands for the metric, or `label="value"`. */
const PAIR =
  /\s*(?:"((?:[^"\\]|\\.)*)"(?!\s*=)|(?:"((?:[^"\\]|\\.)*)"|([a-zA-Z_][\w.]*))\s*=\s*"((?:[^"\\]|\\.)*)")\s*,?/y;

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

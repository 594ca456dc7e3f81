import { fraction, pick } from './fraction.ts';
import type { LineNeeds } from './line-needs.ts';

export interface ExampleLine {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly line: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Lines of a query. */
const COUNT = 40;

const FAILURES = [
  'the request failed: the other side did not answer',
  'the connection was lost',
  'giving up after three attempts',
  'a value has a form that is not understood',
];

const MESSAGES = [
  'request completed',
  'connection closed by the other side',
  'job finished',
  'retrying after a timeout',
  'entry was not in the cache',
  'waiting for a free connection',
  'configuration was read',
  'nothing left to do',
];

/**
 * Lines such as the query would find, newest first.
 *
 * @param seed the query: another one has other lines
 * @param start milliseconds since 1970
 */
export function exampleLines(
  needs: LineNeeds,
  seed: string,
  start: number,
  end: number,
): readonly ExampleLine[] {
  const apart = (end - start) / COUNT;
  return Array.from({ length: COUNT }, (_, i): ExampleLine => {
    const time = Math.floor(end - (i + fraction(seed, i)) * apart);
    const choose = (values: ReadonlyMap<string, readonly string[]>) =>
      [...values].flatMap(([name, from]): [string, string][] => {
        const value = pick(from, seed, name, i);
        return value === undefined ? [] : [[name, value]];
      });
    const labels = Object.fromEntries(choose(needs.labels));
    const fields = Object.fromEntries(choose(needs.fields));
    const texts = needs.contains.flatMap((from, n) => pick(from, seed, 'text', n, i) ?? []);
    const level = labels['level'] ?? fields['level'] ?? 'info';
    const told = [...texts.map(withNumber(seed, i)), ''].join(' ');
    const isFailure = /err|warn|fatal|panic|crit|fail/i.test(`${level} ${told}`);
    const messages = isFailure ? FAILURES : MESSAGES;
    const message = messages
      .map((_text, n) => told + (messages[(n + i) % messages.length] ?? ''))
      .find((each) => needs.passes(each));
    const facts = { level, ...fields, msg: message ?? texts.join(' ') };
    const line = shown(needs, facts, time);
    return { time, line: formatted(needs.template, line, { ...labels, ...facts }), labels };
  });
}

/** `duration:` is followed by one. */
function withNumber(seed: string, i: number): (text: string) => string {
  return (text) =>
    /[:=]\s*$/.test(text)
      ? `${text.trimEnd()} ${Math.ceil(fraction(seed, 'n', i) * 900)} ms`
      : text;
}

function shown(
  { format, pattern }: LineNeeds,
  facts: Readonly<Record<string, string>>,
  time: number,
): string {
  if (pattern !== undefined) {
    return pattern.replace(/<(\w+)>/g, (_, name: string) => facts[name] ?? facts['msg'] ?? '');
  }
  if (format === 'json') return JSON.stringify(facts);
  if (format === 'logfmt') {
    const pairs = Object.entries(facts).map(([name, value]) => `${name}=${quoted(value)}`);
    return pairs.join(' ');
  }
  const clock = new Date(time).toISOString().replace('T', ' ').slice(0, 19);
  return `${clock} ${facts['msg']}`;
}

function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
}

function formatted(
  template: string | undefined,
  line: string,
  values: Readonly<Record<string, string>>,
): string {
  if (template === undefined) return line;
  return template.replace(/\{\{\s*\.?(\w+)[^}]*\}\}/g, (_, name: string) => {
    return name === '__line__' ? line : (values[name] ?? '');
  });
}

import { createContext, Script } from 'node:vm';

export interface Option {
  readonly text: string;
  readonly value: string;
}

/** Milliseconds that a variable's regular expression may take for all values together. */
const PATIENCE = 250;

/** Runs in a realm of its own, where it can be stopped: a pattern may take forever for a text that does not match. */
const MATCH = new Script(`
  const regex = new RegExp(pattern, flags);
  const found = texts.map((text) => {
    const all = flags.includes('g') ? [...text.matchAll(regex)] : [regex.exec(text) ?? []];
    return all
      .filter((match) => match.length > 0)
      .map((match) => ({ parts: [...match], groups: { ...match.groups } }));
  });
  JSON.stringify(found);
`);

interface Match {
  readonly parts: readonly (string | null)[];
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * What a variable's regular expression makes of values: those that match, of them the first group, or the groups named
 * `text` and `value`.
 *
 * @param regex `/pattern/flags`, or a pattern
 * @throws Error where it is none, or takes too long
 *
 * @example
 * applyRegex(['node-1:9100', 'db:9187'], '/(.*):91.*' + '/') // [{ text: 'node-1', value: 'node-1' }, …]
 */
export function applyRegex(values: readonly string[], regex: string): readonly Option[] {
  if (regex === '') return values.map((value) => ({ text: value, value }));
  return unique(matchesOf(values, regex).flatMap(optionsOf));
}

function matchesOf(texts: readonly string[], regex: string): readonly (readonly Match[])[] {
  const [, pattern = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(regex) ?? [];
  const context = createContext({ pattern, flags, texts: [...texts] });
  try {
    const found = MATCH.runInContext(context, { timeout: PATIENCE }) as string;
    return JSON.parse(found) as Match[][];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isSlow = code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw new Error(isSlow ? `the regular expression \`${regex}\` takes too long` : message, {
      cause: error,
    });
  }
}

function optionsOf(matches: readonly Match[]): readonly Option[] {
  const named = (name: string) => matches.find(({ groups }) => groups[name])?.groups[name];
  const [text, value] = [named('text'), named('value')];
  const either = value ?? text;
  if (either !== undefined) return [{ text: text ?? either, value: either }];
  const [first] = matches;
  if (first === undefined) return [];
  const used = first.parts.length > 1 ? matches : [first];
  return used.map(({ parts }) => {
    const part = parts[1] ?? parts[0] ?? '';
    return { text: part, value: part };
  });
}

function unique(options: readonly Option[]): readonly Option[] {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
